package slipway.engine.guard;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import slipway.engine.UserTask.Recorded;

/** Tasks that somebody may complete through the real guard, for tests of other packages. */
public final class GuardedWork {
    public static final String PERSON = GuardedModel.CANDIDATE;
    public static final String PASSWORD = GuardedModel.PASSWORD;

    private final GuardedModel model;

    private GuardedWork(GuardedModel model) {
        this.model = model;
    }

    public static GuardedWork deployed(ConfigurableListableBeanFactory beans) {
        GuardedModel model = GuardedModel.deployed(beans);
        model.decide.answer = Recorded.with("goNoGo", "GO");
        return new GuardedWork(model);
    }

    /** The id of a new task that is assigned to the person. */
    public String task() {
        return model.release().heldBy(PERSON).decide();
    }
}
