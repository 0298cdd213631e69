package slipway.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import slipway.release.Outcome;

/** How a release went when several say so: if two fit, the worse one. */
final class Outcomes {
    private static final List<Outcome> WORST_FIRST =
            List.of(Outcome.BACKED_OUT, Outcome.FAILED, Outcome.WITH_ISSUES, Outcome.SUCCESS);

    private Outcomes() {}

    /** Empty when nobody can tell. */
    static Optional<Outcome> worst(Collection<Outcome> proposed) {
        return WORST_FIRST.stream().filter(proposed::contains).findFirst();
    }

    /** Whether it brought what was asked for, as far as it goes. */
    static boolean delivered(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS, WITH_ISSUES -> true;
            case FAILED, BACKED_OUT -> false;
        };
    }
}
