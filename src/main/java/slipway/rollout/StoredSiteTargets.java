package slipway.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

@Component
@Transactional(readOnly = true)
class StoredSiteTargets implements SiteTargets {
    private final TargetTable targets;
    private final RolloutTable rollouts;
    private final Staying staying;

    StoredSiteTargets(TargetTable targets, RolloutTable rollouts, Staying staying) {
        this.targets = targets;
        this.rollouts = rollouts;
        this.staying = staying;
    }

    @Override
    public List<Target> of(ReleaseNumber release) {
        return targets.of(release);
    }

    @Override
    public List<Target> page(ReleaseNumber release, Optional<PlaceOfUnit> after, int most) {
        return after.map(place -> targets.find(release, place.unit(), place.site())
                        .orElseThrow(() -> new IllegalArgumentException(release + " brings nothing of " + place)))
                .map(last -> targets.behind(release, last, most))
                .orElseGet(() -> targets.first(release, most));
    }

    @Override
    public List<SiteStand> sites(ReleaseNumber release) {
        return SiteStand.of(targets.of(release));
    }

    @Override
    public Set<SiteId> arranged(ReleaseNumber release) {
        return targets.of(release).stream().map(Target::site).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Thresholds> thresholds(ReleaseNumber release) {
        return rollouts.find(release).flatMap(Rollout::thresholds);
    }

    @Override
    public Optional<Instant> scheduledAt(ReleaseNumber release) {
        return rollouts.find(release).flatMap(Rollout::scheduledAt);
    }

    @Override
    public List<Stood> stood(ReleaseNumber release) {
        return rollouts.stood(release);
    }

    @Override
    public RolloutFigures figures(ReleaseNumber release) {
        List<Target> parts = targets.of(release);
        return RolloutFigures.of(SiteStand.of(parts), staying.among(parts));
    }
}
