package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

class ScheduleRulesTest {
    private static final SiteId OSLO = new SiteId("oslo");
    private static final SiteId ROME = new SiteId("rome");
    private static final SiteId BASEL = new SiteId("basel");
    private static final Optional<Thresholds> TWENTY = Parts.percent(20);

    @Test
    void waves_are_arranged_from_the_acceptance_until_the_rollout_begins() {
        Set<ReleaseState> open = EnumSet.noneOf(ReleaseState.class);
        for (ReleaseState state : ReleaseState.values()) {
            if (ScheduleRules.settled(state).isEmpty()) {
                open.add(state);
            }
        }

        assertThat(open)
                .containsExactly(
                        ReleaseState.ACCEPTED,
                        ReleaseState.SCHEDULED,
                        ReleaseState.AUTHORISED,
                        ReleaseState.PREPARED,
                        ReleaseState.PRE_AUDITED);
        assertThat(ScheduleRules.settled(ReleaseState.IN_ROLLOUT))
                .contains(Refusal.of(
                        "state-table",
                        "The waves of a release that is " + ReleaseState.IN_ROLLOUT.words() + " are settled."));
    }

    @Test
    void a_release_leaves_the_schedule_with_a_reason_only() {
        assertThat(ScheduleRules.unexplained(" ")).map(Refusal::field).contains("reason");
        assertThat(ScheduleRules.unexplained("The freeze came first")).isEmpty();
    }

    @Test
    void a_schedule_needs_waves_and_a_threshold() {
        List<Target> arranged = List.of(Parts.at("oslo").target());

        assertThat(ScheduleRules.incomplete(Parts.RELEASE, arranged, TWENTY)).isEmpty();
        assertThat(ScheduleRules.incomplete(Parts.RELEASE, List.of(), TWENTY))
                .map(Refusal::rule)
                .contains("waves-missing");
        assertThat(ScheduleRules.incomplete(Parts.RELEASE, arranged, Optional.empty()))
                .map(Refusal::rule)
                .contains("threshold-unreadable");
    }

    @Test
    void every_part_comes_to_every_site_in_the_wave_of_the_site() {
        List<Target> targets =
                ScheduleRules.targets(release(), List.of(List.of(OSLO), List.of(ROME, BASEL)), Instant.EPOCH);

        assertThat(targets)
                .extracting(target -> target.wave() + " " + target.site() + " " + target.place() + " " + target.unit())
                .containsExactly(
                        "1 oslo 0 iban-check",
                        "1 oslo 1 payments",
                        "2 rome 0 iban-check",
                        "2 rome 1 payments",
                        "2 basel 0 iban-check",
                        "2 basel 1 payments");
        assertThat(targets).allSatisfy(target -> assertThat(target.state()).isEqualTo(TargetState.PLANNED));
        assertThat(ScheduleRules.waves(targets)).containsExactly(List.of(OSLO), List.of(ROME, BASEL));
        assertThat(ScheduleRules.waves(targets.reversed())).containsExactly(List.of(OSLO), List.of(BASEL, ROME));
    }

    private static SubmittedRelease release() {
        return new SubmittedRelease(
                Parts.RELEASE,
                "Check more",
                "Fewer wrong transfers",
                new Actor("rita"),
                ReleaseState.ACCEPTED,
                Instant.EPOCH,
                ReleaseType.MINOR,
                1,
                List.of(
                        new ReleasePart.Planned(new PartId(Parts.RELEASE, Parts.CHECK), 0, "v1.1.0", "4f2c"),
                        new ReleasePart.Planned(new PartId(Parts.RELEASE, Parts.PAYMENTS), 1, "v2.0.0", "77ab")),
                Set.of(),
                Set.of(OSLO, ROME, BASEL),
                Optional.empty(),
                Optional.empty());
    }
}
