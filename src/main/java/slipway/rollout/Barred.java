package slipway.rollout;

import java.util.Locale;
import slipway.library.Library;

/** Why no site may be switched to a revision, in words. */
final class Barred {
    private Barred() {}

    static String why(Library.Holding holding) {
        return holding.recalled()
                ? "it is recalled"
                : "in the library it is "
                        + holding.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
