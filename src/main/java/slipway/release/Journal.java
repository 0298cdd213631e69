package slipway.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** The application's own append-only record of what happened to a release; KPIs and evidence are drawn from it. */
public interface Journal {

    /** One fact: {@code event} is a past-tense record name such as {@code ReleaseAccepted}; details are ids and values. */
    void append(ReleaseNumber release, String event, @Nullable Actor actor, Map<String, ?> details);

    /** What happened to a release, oldest first. */
    List<Entry> of(ReleaseNumber release);

    /** A recorded fact. */
    record Entry(Instant at, String event, @Nullable String actor, Map<String, Object> details) {}
}
