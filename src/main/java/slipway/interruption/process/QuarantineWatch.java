package slipway.interruption.process;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.interruption.Interruptions;
import slipway.library.Library;
import slipway.library.LibraryEvent.HoldingQuarantined;
import slipway.shared.Actor;

/** What comes into quarantine after its check-in may be out already, so it is recalled as well. */
@Component
class QuarantineWatch implements EventReader {
    private static final Set<Library.State> COMING_IN = Set.of(Library.State.BUILT, Library.State.SCANNED);

    private final Interruptions interruptions;
    private final RuntimeService processes;

    QuarantineWatch(Interruptions interruptions, RuntimeService processes) {
        this.interruptions = interruptions;
        this.processes = processes;
    }

    @Override
    public String name() {
        return "quarantine-watch";
    }

    @Override
    public void read(EventLog.Entry entry) {
        if (entry.event() instanceof HoldingQuarantined found && !COMING_IN.contains(found.from())) {
            entry.actor().ifPresent(officer -> recall(found, officer));
        }
    }

    private void recall(HoldingQuarantined found, Actor officer) {
        if (interruptions.quarantined(found.revision(), officer, found.remark())
                instanceof Interruptions.Raised raised) {
            SystemScope.run(() -> processes.startProcessInstanceByKey(
                    InterruptionProcess.RECALL_REVISION,
                    Map.of(
                            InterruptionProcess.RAISE.name(), raised.raise(),
                            InterruptionProcess.RELEASES_CONCERNED.name(),
                                    raised.releases().size())));
        }
    }
}
