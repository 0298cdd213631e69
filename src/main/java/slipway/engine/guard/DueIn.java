package slipway.engine.guard;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Sets the due date of a new task as far from now as its extension property {@code dueIn} says. */
final class DueIn implements TaskListener {
    private final TemporalAmount amount;

    private DueIn(TemporalAmount amount) {
        this.amount = amount;
    }

    /** From an ISO 8601 period or duration; throws {@link DateTimeException} otherwise. */
    static DueIn of(String text) {
        return new DueIn(text.contains("T") ? Duration.parse(text) : Period.parse(text));
    }

    @Override
    public void notify(DelegateTask created) {
        ZonedDateTime now = ClockUtil.getCurrentTime().toInstant().atZone(ZoneOffset.UTC);
        created.setDueDate(Date.from(now.plus(amount).toInstant()));
    }
}
