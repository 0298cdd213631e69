package slipway.rollout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.release.ClosingCondition;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** A release closes when nothing is left to do at any of its sites; a site not reached needs people's decision. */
@Component
class EverySiteDecided implements ClosingCondition {
    private final TargetTable targets;

    EverySiteDecided(TargetTable targets) {
        this.targets = targets;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        List<SiteStand> sites = SiteStand.of(targets.of(release.number()));
        if (sites.isEmpty()) {
            return Optional.of(Refusal.of("sites-open", "The release was never arranged for any site."));
        }
        return open(sites).map(open -> Refusal.of("sites-open", "These sites are not decided: " + open + "."));
    }

    /** The places where something is left to do, in words; empty = none. */
    static Optional<String> open(List<SiteStand> sites) {
        String open = SiteRules.open(sites).stream()
                .map(part -> part.where() + " is " + part.state().words())
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? Optional.empty() : Optional.of(open);
    }
}
