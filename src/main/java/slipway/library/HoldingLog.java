package slipway.library;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** Logs what becomes of a holding with the release that brought it, where one did. */
@Component
class HoldingLog {
    private final EventLog log;

    HoldingLog(EventLog log) {
        this.log = log;
    }

    void append(@Nullable ReleaseNumber release, @Nullable Actor actor, LibraryEvent event) {
        if (release != null && actor != null) {
            log.append(release, actor, event);
        } else if (release != null) {
            log.append(release, event);
        } else if (actor != null) {
            log.append(actor, event);
        } else {
            log.append(event);
        }
    }
}
