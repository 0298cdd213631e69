package slipway.rollout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.release.ClosingCondition;
import slipway.release.Release;
import slipway.rollout.RolloutEvent.Kind;
import slipway.shared.Refusal;

/** A release closes when nothing is left to do at any of its sites; a site not reached needs a person's decision. */
@Component
class EverySiteDecided implements ClosingCondition {
    private final SiteTargets targets;

    EverySiteDecided(SiteTargets targets) {
        this.targets = targets;
    }

    @Override
    public Optional<Refusal> unmet(Release release) {
        List<Target> all = targets.of(release.number());
        if (all.isEmpty()) {
            return Optional.of(Refusal.of("sites-open", "The release was never arranged for any site."));
        }
        boolean decision = targets.events(release.number()).stream().anyMatch(event -> event.kind() == Kind.DECIDED);
        String open = all.stream()
                .filter(target ->
                        !Waves.decided(target.state()) && !(target.state() == TargetState.NOT_REACHED && decision))
                .map(target -> target.site() + " is " + target.state())
                .collect(Collectors.joining(", "));
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of("sites-open", "These sites are not decided: " + open + "."));
    }
}
