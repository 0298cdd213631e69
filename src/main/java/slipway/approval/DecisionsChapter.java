package slipway.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.release.Chapter;
import slipway.shared.Actor;
import slipway.shared.UnitId;

/** What people decided on the release, oldest first, and which conditions of going live are open. */
public record DecisionsChapter(List<Decision> decisions, List<Condition> conditions) implements Chapter {
    /**
     * One decision; {@code group} where groups decide, {@code said} = what else its form asked, by field, and {@code
     * standing} says in a word whether it still holds.
     */
    public record Decision(
            String gate,
            Optional<UnitId> part,
            Optional<String> group,
            String decision,
            String reason,
            Map<String, String> said,
            Actor by,
            Instant at,
            String standing) {}

    /** A condition of going live; {@code state} is {@code met} or why it is open. */
    public record Condition(String condition, String state) {}
}
