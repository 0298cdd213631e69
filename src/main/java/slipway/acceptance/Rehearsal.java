package slipway.acceptance;

import java.time.Duration;
import java.util.Optional;
import slipway.shared.Content;

/** How the way back to one predecessor went: it must arrive, come forward again, and keep to the time allowed. */
record Rehearsal(boolean passed, String summary) {
    static Rehearsal of(Content to, Optional<String> wrong, long millis, Duration limit) {
        if (wrong.isPresent()) {
            return new Rehearsal(false, "the return to " + to + " failed: " + wrong.get());
        }
        String took = "took " + millis + " ms of " + limit.toMinutes() + " minutes allowed";
        return millis > limit.toMillis()
                ? new Rehearsal(false, "the return to " + to + " is too slow: it " + took)
                : new Rehearsal(true, "returned to " + to + ", read back and came forward again; it " + took);
    }
}
