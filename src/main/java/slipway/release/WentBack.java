package slipway.release;

import java.util.List;
import java.util.Optional;
import slipway.event.Event;

/** Why a release is where it is, as long as it did not go on from there. */
final class WentBack {
    private WentBack() {}

    /** {@code events} oldest first. */
    static Optional<String> because(List<Event> events) {
        for (Event event : events.reversed()) {
            switch (event) {
                case ReleaseEvent.ReleaseWentBack back -> {
                    return Optional.of(back.why());
                }
                case ReleaseEvent.ReleaseMoved moved -> {
                    return Optional.empty();
                }
                case ReleaseEvent.ReleaseSubmitted submitted -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
