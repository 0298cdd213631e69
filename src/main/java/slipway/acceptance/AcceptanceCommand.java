package slipway.acceptance;

import slipway.build.Builds;
import slipway.library.Library.Holding;

/** Where the command comes from that tests an installation of a revision. */
enum AcceptanceCommand {
    /** The recipe in the sources that the library keeps with the revision names it. */
    IN_SOURCES,
    /** The delivery has an executable file of that name. */
    DELIVERED,
    /** There is none: people try it by hand and say how. */
    BY_HAND;

    static final String FILE = "acceptance.sh";

    static AcceptanceCommand of(Holding holding) {
        if (holding.companions().containsKey(Builds.SOURCES)) {
            return IN_SOURCES;
        }
        return holding.manifest().entries().stream()
                        .anyMatch(entry -> entry.path().equals(FILE) && entry.executable())
                ? DELIVERED
                : BY_HAND;
    }
}
