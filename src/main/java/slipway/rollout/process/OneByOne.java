package slipway.rollout.process;

import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipway.shared.ReleaseNumber;

/** Tells one release of many; one that cannot be told keeps none of the others waiting. */
final class OneByOne {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /** Whether one was told; when none was and some could not be, the failure of the first of them. */
    static boolean tell(List<ReleaseNumber> due, Predicate<ReleaseNumber> telling) {
        RuntimeException failure = null;
        for (ReleaseNumber release : due) {
            try {
                if (telling.test(release)) {
                    return true;
                }
            } catch (RuntimeException e) {
                LOG.warn("The process of {} could not be told.", release, e);
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }
}
