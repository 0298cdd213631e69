package slipway.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.planning.Plan;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class RecallRulesTest {
    private static final UnitId CHECK = new UnitId("iban-check");
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2026, 7);
    private static final UnitRevision OLD = revision("1.0.0", "old");
    private static final UnitRevision NEW = revision("1.1.0", "new");
    private static final UnitRevision AGAIN = revision("1.2.0", "new");
    private static final SiteId BASEL = new SiteId("basel");
    private static final SiteId OSLO = new SiteId("oslo");

    @Test
    void a_version_that_the_library_holds_is_recalled_once() {
        List<Library.Holding> all = List.of(holding(OLD, false), holding(NEW, true));
        assertThat(RecallRules.ofVersion(all, "1.0.0")).contains(holding(OLD, false));
        assertThat(RecallRules.ofVersion(all, "1.3.0")).isEmpty();
        assertThat(RecallRules.notRecalled(CHECK, "1.0.0", Optional.of(holding(OLD, false))))
                .isEmpty();
        assertThat(RecallRules.notRecalled(CHECK, "1.1.0", Optional.of(holding(NEW, true))))
                .contains(Refusal.at(
                        "version", "recalled-already", "iban-check 1.1.0 is recalled already; nothing is left to do."));
        assertThat(RecallRules.notRecalled(CHECK, "1.3.0", Optional.empty()))
                .contains(Refusal.at(
                        "version", "unknown-revision", "The library holds no iban-check 1.3.0; look it up."));
    }

    @Test
    void the_same_files_are_recalled_under_every_version() {
        List<Library.Holding> all = List.of(holding(OLD, false), holding(NEW, false), holding(AGAIN, false));
        assertThat(RecallRules.sameFiles(all, NEW))
                .extracting(Library.Holding::revision)
                .containsExactly(NEW, AGAIN);
    }

    @Test
    void a_release_delivers_the_very_revision_of_one_of_its_parts() {
        assertThat(RecallRules.delivers(release(ReleaseState.IN_TEST, NEW), NEW))
                .isTrue();
        assertThat(RecallRules.delivers(release(ReleaseState.IN_TEST, NEW), AGAIN))
                .isFalse();
        assertThat(RecallRules.delivers(release(ReleaseState.IN_TEST, null), NEW))
                .isFalse();
    }

    @Test
    void a_plan_returns_sites_to_it() {
        Optional<Plan> plan = Optional.of(plan(
                new Plan.Return(CHECK, BASEL, OLD, ""),
                new Plan.Return(CHECK, OSLO, NEW, ""),
                new Plan.Return(CHECK, new SiteId("rome"), null, "")));
        assertThat(RecallRules.returning(plan, OLD)).containsExactly(BASEL);
        assertThat(RecallRules.returning(plan, AGAIN)).isEmpty();
        assertThat(RecallRules.returning(Optional.empty(), OLD)).isEmpty();
    }

    @Test
    void those_are_concerned_that_brought_it_to_where_it_was_verified_last() {
        assertThat(RecallRules.broughtBy(
                        List.of(
                                item(BASEL, NEW, RELEASE),
                                item(OSLO, OLD, ReleaseNumber.of(2026, 1)),
                                item(OSLO, NEW, null)),
                        NEW))
                .containsExactly(RELEASE);
    }

    @Test
    void its_way_back_is_taken_from_a_release_that_returns_to_it_and_does_not_deliver_it() {
        SubmittedRelease delivers = release(ReleaseState.PLANNED, NEW);
        assertThat(RecallRules.takesWayBack(delivers, OLD, List.of(BASEL))).isTrue();
        assertThat(RecallRules.takesWayBack(delivers, OLD, List.of())).isFalse();
        assertThat(RecallRules.takesWayBack(delivers, NEW, List.of(BASEL))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ReleaseState.class)
    void what_it_does_to_a_release_that_delivers_it_depends_on_its_state(ReleaseState state) {
        assertThat(RecallRules.effect(release(state, NEW), NEW)).isEqualTo(InterruptionRules.recalled(state));
        assertThat(RecallRules.effect(release(state, NEW), OLD)).isEqualTo(InterruptionRules.Effect.NONE);
        assertThat(RecallRules.mayReturn(state)).isNotEqualTo(state.ended());
    }

    @Test
    void it_runs_at_sites_of_the_release_by_name() {
        SubmittedRelease release = release(ReleaseState.IN_ROLLOUT, NEW);
        assertThat(RecallRules.running(List.of(OSLO, new SiteId("rome"), BASEL), release))
                .containsExactly(BASEL, OSLO);
    }

    private static SubmittedRelease release(ReleaseState state, @Nullable UnitRevision delivered) {
        PartId part = new PartId(RELEASE, CHECK);
        return new SubmittedRelease(
                RELEASE,
                "Check more",
                "Fewer wrong transfers",
                new Actor("rita"),
                state,
                Instant.EPOCH,
                ReleaseType.MINOR,
                1,
                List.of(
                        delivered == null
                                ? new ReleasePart.Planned(part, 0, "v1.1.0", "4f2c")
                                : new ReleasePart.Accepted(part, 0, "v1.1.0", "4f2c", delivered)),
                Set.of(),
                Set.of(BASEL, OSLO),
                Optional.empty(),
                Optional.empty());
    }

    private static Plan plan(Plan.Return... returns) {
        return new Plan(
                RELEASE,
                1,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60),
                Arrays.asList(returns),
                Duration.ofMinutes(5),
                Plan.PointOfNoReturn.NONE,
                new Actor("rita"));
    }

    private static Cmdb.Item item(SiteId site, UnitRevision runs, @Nullable ReleaseNumber by) {
        return new Cmdb.Item(site, CHECK, runs, by, Content.of(runs), Instant.EPOCH, runs);
    }

    private static Library.Holding holding(UnitRevision revision, boolean recalled) {
        Manifest manifest = new Manifest(Stream.of("run.sh")
                .map(file -> new Manifest.Entry(file, revision.digest(), 4, true))
                .toList());
        return new Library.Holding(revision, Library.State.ACCEPTED, recalled, manifest, Map.of(), null);
    }

    private static UnitRevision revision(String version, String files) {
        return new UnitRevision(CHECK, version, Digest.of(files));
    }
}
