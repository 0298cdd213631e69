package slipway.rollout;

import static slipway.release.ReleaseState.ACCEPTED;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.PRE_AUDITED;
import static slipway.release.ReleaseState.SCHEDULED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** When waves may be arranged and scheduled, and what becomes of arranged waves. */
final class ScheduleRules {
    private static final Set<ReleaseState> BEFORE_ROLLOUT =
            Set.of(ACCEPTED, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED);

    private ScheduleRules() {}

    /** Why the waves of a release cannot be arranged any more, or not yet. */
    static Optional<Refusal> settled(ReleaseState state) {
        return BEFORE_ROLLOUT.contains(state)
                ? Optional.empty()
                : Optional.of(
                        Refusal.of("state-table", "The waves of a release that is " + state.words() + " are settled."));
    }

    /** Why a release cannot be taken off the schedule without a word. */
    static Optional<Refusal> unexplained(String reason) {
        return reason.isBlank()
                ? Optional.of(Refusal.at("reason", "reason-missing", "Say why the release is not scheduled."))
                : Optional.empty();
    }

    /** Why nothing can be scheduled, whatever the sites and the calendar say. */
    static Optional<Refusal> incomplete(ReleaseNumber release, List<Target> arranged, Optional<Thresholds> thresholds) {
        if (arranged.isEmpty()) {
            return Optional.of(
                    Refusal.at(WaveText.FIELD, "waves-missing", "No waves are arranged for " + release + "."));
        }
        return thresholds.isEmpty()
                ? Optional.of(Refusal.of(
                        "threshold-unreadable",
                        "The table wave-threshold gave no thresholds that can be read, for the pilot and for other waves:"
                                + " a percentage from 0 to 100, the most failed sites, and how many that fail one after"
                                + " another stop, each of the last two a whole number or \"no limit\"."))
                : Optional.empty();
    }

    /** Every part at every site of the waves, which are numbered from 1. */
    static List<Target> targets(SubmittedRelease release, List<List<SiteId>> waves, Instant at) {
        List<Target> all = new ArrayList<>();
        for (int wave = 1; wave <= waves.size(); wave++) {
            for (SiteId site : waves.get(wave - 1)) {
                for (ReleasePart part : release.parts()) {
                    all.add(Target.planned(part.id(), site, wave, part.place(), at));
                }
            }
        }
        return all;
    }

    /** The sites by wave, each once. */
    static List<List<SiteId>> waves(List<Target> targets) {
        TreeMap<Integer, List<SiteId>> byWave = targets.stream()
                .collect(Collectors.groupingBy(
                        Target::wave, TreeMap::new, Collectors.mapping(Target::site, Collectors.toList())));
        return byWave.values().stream()
                .map(sites -> sites.stream().distinct().toList())
                .toList();
    }
}
