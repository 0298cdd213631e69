package slipway.review.process;

import java.util.Date;
import slipway.engine.ProcessVariable;

/** Names in the model {@code ReviewAndClose}. */
public final class ReviewProcess {
    public static final String KEY = "ReviewAndClose";
    public static final String TIMER_EARLY_LIFE_OVER = "Event_EarlyLifeOver";
    public static final String TASK_SCORE_OBJECTIVES = "Task_ScoreObjectives";
    public static final String TASK_RECORD_LESSONS = "Task_RecordLessons";
    public static final String TASK_REVIEW_RELEASE = "Task_ReviewRelease";
    public static final String TASK_CLEAR_CLOSING = "Task_ClearClosing";
    public static final String CLOSING_REFUSED = "ClosingRefused";
    public static final ProcessVariable<Date> EARLY_LIFE_UNTIL = new ProcessVariable<>("earlyLifeUntil", Date.class);

    /** A {@link slipway.review.Reviews.Step}. */
    public static final ProcessVariable<String> REVIEW_STEP = new ProcessVariable<>("reviewStep", String.class);

    private ReviewProcess() {}
}
