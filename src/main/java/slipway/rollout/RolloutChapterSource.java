package slipway.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.identity.Clearance;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.ChapterSource;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

@Component
@Transactional(readOnly = true)
class RolloutChapterSource implements ChapterSource<RolloutChapter> {
    private final RolloutTable rollouts;
    private final WaveTable waves;
    private final TargetTable targets;
    private final Cmdb cmdb;
    private final Plans plans;
    private final Staying staying;

    RolloutChapterSource(
            RolloutTable rollouts, WaveTable waves, TargetTable targets, Cmdb cmdb, Plans plans, Staying staying) {
        this.rollouts = rollouts;
        this.waves = waves;
        this.targets = targets;
        this.cmdb = cmdb;
        this.plans = plans;
        this.staying = staying;
    }

    @Override
    public Class<RolloutChapter> type() {
        return RolloutChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.EVERY_ROLE;
    }

    @Override
    public RolloutChapter of(ReleaseNumber release) {
        List<Target> parts = targets.of(release);
        List<SiteStand> stands = SiteStand.of(parts);
        Optional<Rollout> rollout = rollouts.find(release);
        RolloutFigures figures = RolloutFigures.of(stands, staying.among(parts));
        return new RolloutChapter(
                waves(release, stands),
                sites(release, stands),
                parts.stream().map(RolloutChapterSource::part).toList(),
                rollout.flatMap(Rollout::thresholds)
                        .map(thresholds -> thresholds.words(waves(stands)))
                        .orElse(""),
                rollout.map(Rollout::pausedBecause).orElse(""),
                rollout.map(Rollout::notCleared).orElse(List.of()),
                new RolloutChapter.Figures(
                        figures.planned(),
                        figures.onNewRevision(),
                        figures.restored() + figures.repaired(),
                        figures.failed() + figures.failedBackOuts(),
                        figures.notReached(),
                        figures.leftAlone(),
                        figures.open()));
    }

    private static int waves(List<SiteStand> stands) {
        return (int) stands.stream().map(SiteStand::wave).distinct().count();
    }

    private List<RolloutChapter.Wave> waves(ReleaseNumber release, List<SiteStand> stands) {
        Map<Integer, Wave> started =
                waves.of(release).stream().collect(Collectors.toMap(Wave::number, Function.identity()));
        Map<Integer, Long> planned =
                stands.stream().collect(Collectors.groupingBy(SiteStand::wave, TreeMap::new, Collectors.counting()));
        List<RolloutChapter.Wave> all = new ArrayList<>();
        planned.forEach((number, sites) -> all.add(Optional.ofNullable(started.get(number))
                .map(RolloutChapterSource::wave)
                .orElseGet(
                        () -> new RolloutChapter.Wave(number, "planned", sites.intValue(), 0, 0, Optional.empty()))));
        return all;
    }

    private static RolloutChapter.Wave wave(Wave wave) {
        return new RolloutChapter.Wave(
                wave.number(),
                wave.state().name().toLowerCase(java.util.Locale.ROOT),
                wave.planned(),
                wave.verified(),
                wave.failed(),
                Optional.of(wave.startedAt()));
    }

    private List<RolloutChapter.SiteLine> sites(ReleaseNumber release, List<SiteStand> stands) {
        Map<SiteId, Site> sites = cmdb.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        Optional<Plan> plan = plans.find(release);
        return stands.stream()
                .flatMap(stand ->
                        Optional.ofNullable(sites.get(stand.site())).stream().map(site -> line(stand, site, plan)))
                .toList();
    }

    private static RolloutChapter.SiteLine line(SiteStand stand, Site site, Optional<Plan> plan) {
        return new RolloutChapter.SiteLine(
                site.id(),
                site.name(),
                site.coordinator(),
                stand.wave(),
                stand.state().words(),
                stand.reasons(),
                stand.parts().stream()
                        .map(part -> Content.of(part.predecessor()).toString())
                        .collect(Collectors.joining(", ")),
                plan.map(each -> LocalWindow.of(each, site.zone())).orElse(""));
    }

    private static RolloutChapter.PartLine part(Target part) {
        return new RolloutChapter.PartLine(
                part.site(),
                part.unit(),
                part.wave(),
                part.state().words(),
                part.attempt(),
                part.why(),
                Content.of(part.predecessor()).toString());
    }
}
