package slipway.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** The application's own append-only log: nothing else tells history. Written in the transaction of what happened. */
public interface EventLog {
    /** An event as it was logged; {@code seq} rises, with gaps, and not in the order in which transactions end. */
    record Entry(
            long seq,
            Instant at,
            Optional<ReleaseNumber> release,
            Optional<Actor> actor,
            String subject,
            Event event) {}

    /** By Slipway itself. */
    void append(ReleaseNumber release, Event event);

    /** By a person. */
    void append(ReleaseNumber release, Actor actor, Event event);

    /** By Slipway itself, for no release: sites, units, policies. */
    void append(Event event);

    /** By a person, for no release. */
    void append(Actor actor, Event event);

    /** Many at once, by Slipway itself, with one statement. */
    void append(ReleaseNumber release, List<? extends Event> events);

    /** What happened to a release, oldest first. */
    List<Entry> of(ReleaseNumber release);

    /** What happened of these types since then for no release, oldest first. */
    List<Entry> since(Instant then, List<Class<? extends Event>> types);

    /** How many events of that type the release has. */
    int count(ReleaseNumber release, Class<? extends Event> type);

    /** The newest event of that type in the release, if there is one. */
    <E extends Event> Optional<E> latest(ReleaseNumber release, Class<E> type);

    /** The newest event of any of these types in the release, if there is one. */
    Optional<Event> latest(ReleaseNumber release, List<Class<? extends Event>> types);
}
