package slipway.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;

/** What became of accounts and of who belongs to which group: whoever decides sees who could decide since when. */
public interface PeopleChanges {
    /** In words, by whom; by nobody where Slipway set it up itself. */
    record Change(Instant at, Optional<Actor> by, String words) {}

    /** Since then, oldest first. */
    List<Change> since(Instant then);
}
