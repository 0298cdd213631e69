package slipway.site;

/**
 * Carries to the engine what orders came to (a wave is settled, an audit is seen, work waits for a person), once, in a
 * transaction of its own that also marks it told.
 */
public interface Teller {
    /** Tells one thing that is due; false when nothing is. One that fails must not keep the others from being told. */
    boolean tellNext();
}
