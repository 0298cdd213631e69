package slipway.review.process;

import java.util.Date;
import slipway.engine.ProcessVariable;

/** Names in the model {@code MeasureBenefits}. */
public final class MeasureBenefitsProcess {
    public static final String KEY = "MeasureBenefits";
    public static final String TIMER_BENEFIT_DUE = "Event_BenefitDue";
    public static final String TASK_REVIEW_BENEFITS = "Task_ReviewBenefits";
    public static final ProcessVariable<String> RELEASE = new ProcessVariable<>("release", String.class);

    /** The place of the objective in the plan. */
    public static final ProcessVariable<Integer> BENEFIT_PLACE = new ProcessVariable<>("benefitPlace", Integer.class);

    public static final ProcessVariable<Date> BENEFIT_DUE = new ProcessVariable<>("benefitDue", Date.class);

    private MeasureBenefitsProcess() {}
}
