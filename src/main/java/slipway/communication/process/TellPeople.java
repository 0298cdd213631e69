package slipway.communication.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.communication.Tellings;
import slipway.engine.Step;

/** The building block <em>Tell people</em>: a notice in the owner's own words to whom the model names. */
@Component
class TellPeople implements Step {
    private final Tellings tellings;

    TellPeople(Tellings tellings) {
        this.tellings = tellings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DrawnStep step = DrawnStep.of(execution);
        Map<String, String> says = step.properties();
        DrawnStep.release(execution)
                .ifPresent(release -> tellings.tell(
                        release,
                        step.name(),
                        Told.audiences(says),
                        Told.word(says, Told.SUBJECT),
                        Told.word(says, Told.TEXT)));
    }
}
