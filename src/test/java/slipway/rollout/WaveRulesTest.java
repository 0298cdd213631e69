package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.NEW;
import static slipway.rollout.Parts.OLD;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import slipway.shared.PartId;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

class WaveRulesTest {
    private static final Instant START = Instant.parse("2026-11-25T20:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(8));

    private final Map<PlaceOfUnit, Cmdb.Item> items = new HashMap<>();
    private final Map<UnitId, Library.Holding> holdings =
            new HashMap<>(Map.of(CHECK, Parts.holding(NEW, Library.State.ACCEPTED, false)));
    private final Set<PlaceOfUnit> reserved = new HashSet<>();
    private final List<Refusal> closed = new ArrayList<>();
    private final List<Refusal> conditions = new ArrayList<>();
    private Optional<Refusal> returnsChanged = Optional.empty();
    private ReleaseState state = ReleaseState.IN_ROLLOUT;
    private Optional<Threshold> threshold = Optional.of(Parts.share(20));
    private Instant now = START;
    private Optional<Instant> soaksUntil = Optional.empty();

    @Test
    void a_wave_begins_when_nothing_is_against_it() {
        rules(runsOld(at("oslo")), runsOld(at("basel").wave(2))).isEmpty();
    }

    @Test
    void every_reason_is_listed() {
        state = ReleaseState.PAUSED;
        threshold = Optional.empty();
        now = END;
        soaksUntil = Optional.of(END.plusSeconds(1));
        closed.add(Refusal.of("freeze", "Year end."));
        returnsChanged = Optional.of(Refusal.of("returns-changed", "Recalled."));
        conditions.add(Refusal.of("gate-open", "No go."));
        holdings.clear();
        Target oslo = runsOld(at("oslo"));
        items.put(oslo.where(), Parts.item(oslo.where(), NEW, null));
        reserved.clear();
        rules(oslo)
                .containsExactly(
                        "not-in-rollout",
                        "threshold-unreadable",
                        "outside-approved-window",
                        "earlier-wave-soaks",
                        "freeze",
                        "returns-changed",
                        "predecessor-changed",
                        "not-reserved",
                        "revision-not-accepted",
                        "gate-open");
    }

    @Test
    void the_window_holds_its_start_and_not_its_end() {
        Target oslo = runsOld(at("oslo"));
        now = START.minusNanos(1);
        rules(oslo).containsExactly("outside-approved-window");
        now = END.minusNanos(1);
        rules(oslo).isEmpty();
        now = END;
        rules(oslo).containsExactly("outside-approved-window");
    }

    @Test
    void what_was_installed_before_is_watched_until_its_soak_ends() {
        Target oslo = runsOld(at("oslo"));
        soaksUntil = Optional.of(START.plusSeconds(1));
        rules(oslo).containsExactly("earlier-wave-soaks");
        now = START.plusSeconds(1);
        rules(oslo).isEmpty();
    }

    @Test
    void a_wave_without_a_site_to_begin_is_no_wave() {
        rules(runsOld(at("oslo").wave(2)), at("basel").is(TargetState.VERIFIED).target())
                .containsExactly("nothing-planned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PREPARED", "DISTRIBUTED", "ACTIVATED"})
    void the_waves_before_must_be_over(TargetState state) {
        Target before = runsOld(at("basel").is(state));
        assertThat(WaveRules.reasons(check(2, before, runsOld(at("oslo").wave(2)))))
                .extracting(Refusal::rule)
                .containsExactly("earlier-wave-open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERIFIED", "FAILED", "RESTORED", "NOT_REACHED"})
    void a_wave_before_that_ended_somehow_is_over(TargetState state) {
        Target before = at("basel").is(state).target();
        assertThat(WaveRules.reasons(check(2, before, runsOld(at("oslo").wave(2)))))
                .isEmpty();
    }

    @Test
    void sites_that_failed_wait_for_a_decision_unless_one_left_them_alone() {
        Target failed = at("basel").is(TargetState.FAILED).because("disk full").target();
        Target left = at("basel").is(TargetState.FAILED).leftAlone("on top").target();
        rules(runsOld(at("oslo")), failed).containsExactly("failed-site-undecided");
        rules(runsOld(at("oslo")), left).isEmpty();
        rules(runsOld(at("oslo")), at("quito").wave(2).is(TargetState.FAILED).target())
                .isEmpty();
    }

    @Test
    void what_the_go_was_given_for_must_be_verified_there() {
        Target oslo = runsOld(at("oslo"));
        items.put(oslo.where(), Parts.item(oslo.where(), Parts.revision(CHECK, "1.0.9"), null));
        assertThat(WaveRules.reasons(check(1, oslo)))
                .extracting(Refusal::reason)
                .singleElement()
                .asString()
                .contains("from iban-check 1.0.0", "the CMDB says iban-check 1.0.9");
    }

    @Test
    void what_was_seen_last_must_be_what_the_go_was_given_for() {
        Target oslo = runsOld(at("oslo"));
        items.put(oslo.where(), Parts.seen(oslo.where(), OLD, new Content.Unknown(Digest.of("altered"))));
        assertThat(WaveRules.reasons(check(1, oslo)))
                .extracting(Refusal::reason)
                .singleElement()
                .asString()
                .contains("the CMDB says unknown content");
        items.put(oslo.where(), Parts.seen(oslo.where(), OLD, new Content.Absent()));
        rules(oslo).containsExactly("predecessor-changed");
    }

    @Test
    void where_nothing_was_installed_nothing_may_be_installed() {
        Target oslo = reserved(at("oslo").replacing(null, null).target());
        rules(oslo).isEmpty();
        items.put(oslo.where(), Parts.item(oslo.where(), null, null));
        rules(oslo).isEmpty();
        items.put(oslo.where(), Parts.item(oslo.where(), OLD, null));
        rules(oslo).containsExactly("predecessor-changed");
    }

    @Test
    void the_next_attempt_may_find_what_the_first_one_left() {
        Target again = runsOld(at("oslo").attempt(2));
        items.put(again.where(), Parts.seen(again.where(), OLD, new Content.Unknown(Digest.of("half"))));
        rules(again).isEmpty();
        items.put(again.where(), Parts.item(again.where(), NEW, RELEASE));
        rules(again).isEmpty();
        items.put(again.where(), Parts.item(again.where(), Parts.revision(CHECK, "1.0.9"), null));
        rules(again).containsExactly("predecessor-changed");
        Target failed = at("oslo").is(TargetState.FAILED).replacing(OLD, null).target();
        items.put(failed.where(), Parts.item(failed.where(), NEW, RELEASE));
        assertThat(WaveRules.predecessor(release(), items, failed))
                .as("it gets the next attempt")
                .isEmpty();
        Target first = runsOld(at("oslo"));
        items.put(first.where(), Parts.item(first.where(), NEW, RELEASE));
        rules(first).containsExactly("predecessor-changed");
    }

    @Test
    void only_what_the_library_gives_out_is_installed() {
        Target oslo = runsOld(at("oslo"));
        holdings.put(CHECK, Parts.holding(NEW, Library.State.QUARANTINED, false));
        assertThat(WaveRules.reasons(check(1, oslo)))
                .extracting(Refusal::reason)
                .singleElement()
                .asString()
                .endsWith("may not be installed: in the library it is quarantined.");
        holdings.put(CHECK, Parts.holding(NEW, Library.State.ACCEPTED, true));
        assertThat(WaveRules.reasons(check(1, oslo)))
                .extracting(Refusal::reason)
                .singleElement()
                .asString()
                .endsWith("it is recalled.");
    }

    @Test
    void nothing_is_to_be_done_where_the_revision_was_verified_and_seen_last() {
        Target oslo = runsOld(at("oslo"));
        assertThat(WaveRules.runsAlready(check(1, oslo), oslo)).isFalse();
        items.put(oslo.where(), Parts.item(oslo.where(), NEW, null));
        assertThat(WaveRules.runsAlready(check(1, oslo), oslo)).isTrue();
        items.put(oslo.where(), Parts.seen(oslo.where(), NEW, new Content.Unknown(Digest.of("altered"))));
        assertThat(WaveRules.runsAlready(check(1, oslo), oslo)).isFalse();
        items.put(oslo.where(), Parts.seen(oslo.where(), OLD, new Content.Known(NEW)));
        assertThat(WaveRules.runsAlready(check(1, oslo), oslo))
                .as("seen and never verified")
                .isFalse();
        items.clear();
        assertThat(WaveRules.runsAlready(check(1, oslo), oslo)).isFalse();
    }

    private Target runsOld(Parts part) {
        Target target = part.target();
        items.put(target.where(), Parts.item(target.where(), OLD, null));
        return reserved(target);
    }

    private Target reserved(Target target) {
        reserved.add(target.where());
        return target;
    }

    private ListAssert<String> rules(Target... targets) {
        return assertThat(
                WaveRules.reasons(check(1, targets)).stream().map(Refusal::rule).toList());
    }

    private WaveCheck check(int wave, Target... targets) {
        return new WaveCheck(
                release(),
                wave,
                now,
                soaksUntil,
                plan(),
                threshold,
                Arrays.asList(targets),
                items,
                holdings,
                reserved,
                closed,
                returnsChanged,
                conditions);
    }

    private SubmittedRelease release() {
        return new SubmittedRelease(
                RELEASE,
                "Check more",
                "Fewer wrong transfers",
                new Actor("rita"),
                state,
                Instant.EPOCH,
                ReleaseType.MINOR,
                1,
                List.of(new ReleasePart.Accepted(new PartId(RELEASE, CHECK), 0, "v1.1.0", "4f2c", NEW)),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Plan plan() {
        return new Plan(
                RELEASE,
                1,
                List.of(),
                START,
                END,
                List.of(),
                Duration.ofMinutes(5),
                Plan.PointOfNoReturn.NONE,
                new Actor("rita"));
    }
}
