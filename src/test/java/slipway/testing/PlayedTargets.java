package slipway.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.release.ReleasePart;
import slipway.release.Releases;
import slipway.rollout.RolloutFigures;
import slipway.rollout.SiteStand;
import slipway.rollout.SiteTargets;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.rollout.Thresholds;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** Sites of a release without a rollout: those of its scope, in one wave, all planned, unless a test says otherwise. */
public final class PlayedTargets implements SiteTargets {
    private final Releases releases;
    private final Map<SiteId, Integer> waves = new HashMap<>();
    private final Map<SiteId, TargetState> states = new HashMap<>();
    private Optional<Instant> scheduledAt = Optional.empty();
    private List<Stood> stood = List.of();

    PlayedTargets(Releases releases) {
        this.releases = releases;
    }

    /** Only these sites are in a wave, each in that one. */
    public void inWaves(Map<SiteId, Integer> arranged) {
        waves.clear();
        waves.putAll(arranged);
    }

    /** Every part at that site is in that state. */
    public void reached(SiteId site, TargetState state) {
        states.put(site, state);
    }

    /** When the rollout was scheduled. */
    public void scheduled(Instant at) {
        scheduledAt = Optional.of(at);
    }

    /** The release stood, and went on. */
    public void stood(Instant from, Instant to) {
        stood = List.of(new Stood(from, to));
    }

    void reset() {
        stood = List.of();
        waves.clear();
        states.clear();
        scheduledAt = Optional.empty();
    }

    @Override
    public List<Target> of(ReleaseNumber release) {
        List<SiteId> sites = arranged(release).stream()
                .sorted(Comparator.comparingInt(this::wave).thenComparing(SiteId::value))
                .toList();
        List<Target> targets = new ArrayList<>();
        for (SiteId site : sites) {
            releases.submitted(release).parts().forEach(part -> targets.add(target(part, site)));
        }
        return targets;
    }

    private Target target(ReleasePart part, SiteId site) {
        TargetState state = states.getOrDefault(site, TargetState.PLANNED);
        return Targets.at(part.id(), site, wave(site), part.place(), state);
    }

    private int wave(SiteId site) {
        return waves.getOrDefault(site, 1);
    }

    @Override
    public List<Target> page(ReleaseNumber release, Optional<PlaceOfUnit> after, int most) {
        List<Target> all = of(release);
        List<PlaceOfUnit> places = all.stream()
                .map(target -> new PlaceOfUnit(target.site(), target.unit()))
                .toList();
        if (after.isPresent() && !places.contains(after.get())) {
            throw new IllegalArgumentException("nothing of " + after.get());
        }
        int first = after.map(places::indexOf).orElse(-1) + 1;
        return all.stream().skip(first).limit(most).toList();
    }

    @Override
    public List<SiteStand> sites(ReleaseNumber release) {
        Map<SiteId, List<Target>> bySite = of(release).stream()
                .collect(Collectors.groupingBy(Target::site, LinkedHashMap::new, Collectors.toList()));
        return bySite.entrySet().stream()
                .map(site -> new SiteStand(
                        site.getKey(),
                        wave(site.getKey()),
                        states.getOrDefault(site.getKey(), TargetState.PLANNED),
                        site.getValue()))
                .toList();
    }

    @Override
    public Set<SiteId> arranged(ReleaseNumber release) {
        return waves.isEmpty() ? releases.submitted(release).sites() : Set.copyOf(waves.keySet());
    }

    @Override
    public Optional<Thresholds> thresholds(ReleaseNumber release) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> scheduledAt(ReleaseNumber release) {
        return scheduledAt;
    }

    @Override
    public List<Stood> stood(ReleaseNumber release) {
        return stood;
    }

    @Override
    public RolloutFigures figures(ReleaseNumber release) {
        List<SiteStand> sites = sites(release);
        return new RolloutFigures(
                sites.size(),
                count(sites, TargetState.VERIFIED) + count(sites, TargetState.NOTHING_TO_DO),
                count(sites, TargetState.RESTORED),
                count(sites, TargetState.REPAIRED),
                count(sites, TargetState.BACKOUT_FAILED),
                count(sites, TargetState.NOT_REACHED),
                count(sites, TargetState.FAILED),
                0,
                0);
    }

    private static int count(List<SiteStand> sites, TargetState state) {
        return (int) sites.stream().filter(site -> site.state() == state).count();
    }
}
