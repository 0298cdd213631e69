package slipway.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import slipway.rollout.SiteTargets.Stood;

/** One early life of a release, from when to when it is watched more closely. */
record EarlyLife(int round, Instant since, Instant until) {

    /** The same with its end moved by the time that the release stood, which counts for nothing. */
    EarlyLife without(List<Stood> standing) {
        Instant end = until;
        for (Stood stood : standing) {
            // What stood before it began, or when it was over, took nothing from it.
            if (!stood.from().isBefore(since) && stood.from().isBefore(end)) {
                end = end.plus(Duration.between(stood.from(), stood.to()));
            }
        }
        return new EarlyLife(round, since, end);
    }
}
