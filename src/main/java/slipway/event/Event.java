package slipway.event;

/**
 * Something that happened: a record named in the past tense, holding ids and values only. The simple name of the record
 * is its type in the log for ever; a changed shape counts its version up.
 */
public interface Event {
    /** One sentence for people, without release, person and time, which the log adds. */
    String words();

    /** What it is about within its release: a unit, a site, {@code site/unit}, a gate; empty = the release itself. */
    default String subject() {
        return "";
    }

    /** Counts up when the record is changed; named so that no component of an event hides it. */
    default int shape() {
        return 1;
    }
}
