package slipway.rollout;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import slipway.release.Journal;
import slipway.shared.ReleaseNumber;

/** The one way in which sites change state: the row, its event and the journal together. */
@Component
class TargetBook {
    private final TargetTable targets;
    private final Journal journal;
    private final Clock clock;

    TargetBook(TargetTable targets, Journal journal, Clock clock) {
        this.targets = targets;
        this.journal = journal;
        this.clock = clock;
    }

    Target move(Target target, TargetState next, String reason) {
        boolean first = next == TargetState.ACTIVATED && !targets.everWas(target.release(), next);
        Target moved = target.in(next, reason, clock.instant());
        save(moved);
        Map<String, ?> details = Map.of(
                "site", target.site().value(), "wave", target.wave(), "attempt", moved.attempt(), "reason", reason);
        journal.append(target.release(), next.event(), null, details);
        if (first) {
            journal.append(target.release(), "ReleaseFirstActivated", null, details);
        }
        return moved;
    }

    void moveAll(ReleaseNumber release, Predicate<TargetState> which, TargetState next, String reason) {
        targets.locked(release).stream()
                .filter(target -> which.test(target.state()))
                .forEach(target -> move(target, next, reason));
    }

    /** A new arrangement of sites that none of the former arrangement has begun. */
    void arrange(ReleaseNumber release, List<Target> arranged) {
        targets.replace(release, arranged);
        arranged.forEach(targets::note);
    }

    void save(Target target) {
        targets.save(target);
        targets.note(target);
    }
}
