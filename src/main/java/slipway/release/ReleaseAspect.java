package slipway.release;

import slipway.shared.ReleaseNumber;

/** What another capability adds to the picture of a release that the API gives. */
public interface ReleaseAspect {
    /** The key in the answer. */
    String name();

    /** Strings, numbers, lists and maps. */
    Object of(ReleaseNumber release);
}
