package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Denied;
import slipway.approval.Approvals.Granted;
import slipway.approval.Approvals.Missing;
import slipway.approval.Approvals.Standing;
import slipway.approval.Approvals.Voided;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

class StandingsTest {
    private static final UnitId A = new UnitId("a");
    private static final UnitId B = new UnitId("b");
    private static final Set<Aspect> SCOPE_AND_REVISION = Set.of(Aspect.REVISION, Aspect.SCOPE);

    private final Map<Bound, String> now = new HashMap<>(Map.of(
            Bound.whole(Aspect.SCOPE), "scope",
            Bound.of(Aspect.REVISION, A), "a1",
            Bound.of(Aspect.REVISION, B), "b1"));

    @Test
    void nothing_decided_is_missing() {
        assertThat(Standings.of(Optional.empty(), SCOPE_AND_REVISION, List.of(A), now))
                .isEqualTo(new Missing());
    }

    @Test
    void a_decision_against_stays_one_whatever_changes() {
        Approval no = decision(false, Map.copyOf(now));
        now.clear();

        assertThat(Standings.of(Optional.of(no), SCOPE_AND_REVISION, List.of(A, B), now))
                .isEqualTo(new Denied(no));
    }

    @Test
    void a_pass_stands_while_all_that_it_covers_is_as_it_was() {
        Approval yes = decision(true, Map.copyOf(now));
        now.put(Bound.whole(Aspect.WINDOW), "moved");

        assertThat(standing(yes, A, B)).isEqualTo(new Granted(yes));
    }

    @Test
    void a_change_of_one_part_is_named() {
        Approval yes = decision(true, Map.copyOf(now));
        now.put(Bound.of(Aspect.REVISION, B), "b2");

        assertThat(standing(yes, A, B)).isEqualTo(new Voided(yes, Bound.of(Aspect.REVISION, B)));
        assertThat(standing(yes, A)).isEqualTo(new Granted(yes));
    }

    @Test
    void a_part_that_left_since_is_no_change_of_what_is_left() {
        Approval yes = decision(true, Map.copyOf(now));
        now.remove(Bound.of(Aspect.REVISION, B));

        assertThat(standing(yes, A)).isEqualTo(new Granted(yes));
    }

    @Test
    void a_part_that_came_since_is_a_change() {
        Approval yes = decision(true, Map.of(Bound.whole(Aspect.SCOPE), "scope", Bound.of(Aspect.REVISION, A), "a1"));

        assertThat(standing(yes, A, B)).isEqualTo(new Voided(yes, Bound.of(Aspect.REVISION, B)));
    }

    @Test
    void what_nobody_answers_for_now_or_then_cannot_stand() {
        Approval yes = decision(true, Map.copyOf(now));
        now.remove(Bound.of(Aspect.REVISION, A));
        assertThat(standing(yes, A, B)).isEqualTo(new Voided(yes, Bound.of(Aspect.REVISION, A)));

        Approval never = decision(true, Map.of(Bound.whole(Aspect.SCOPE), "scope"));
        assertThat(standing(never, A)).isEqualTo(new Voided(never, Bound.of(Aspect.REVISION, A)));
    }

    @Test
    void what_became_known_since_is_no_change_to_a_decision_that_binds_to_what_was_known() {
        Approval yes = decision(true, Map.of(Bound.whole(Aspect.SCOPE), "scope", Bound.of(Aspect.REVISION, A), "a1"));

        assertThat(ofKnown(yes)).isEqualTo(new Granted(yes));
        now.put(Bound.of(Aspect.REVISION, B), "b2");
        assertThat(ofKnown(yes)).isEqualTo(new Granted(yes));
        now.put(Bound.of(Aspect.REVISION, A), "a2");
        assertThat(ofKnown(yes)).isEqualTo(new Voided(yes, Bound.of(Aspect.REVISION, A)));
        now.remove(Bound.of(Aspect.REVISION, A));
        assertThat(ofKnown(yes)).isEqualTo(new Voided(yes, Bound.of(Aspect.REVISION, A)));
        now.put(Bound.whole(Aspect.SCOPE), "wider");
        assertThat(ofKnown(yes)).isEqualTo(new Voided(yes, Bound.whole(Aspect.SCOPE)));
        assertThat(Standings.ofKnown(Optional.empty(), SCOPE_AND_REVISION, List.of(A), now))
                .isEqualTo(new Missing());
    }

    private Standing ofKnown(Approval approval) {
        return Standings.ofKnown(Optional.of(approval), SCOPE_AND_REVISION, List.of(A, B), now);
    }

    @Test
    void aspects_are_asked_about_in_a_fixed_order_and_parts_in_theirs() {
        assertThat(Standings.bounds(SCOPE_AND_REVISION, List.of(B, A)))
                .containsExactly(Bound.whole(Aspect.SCOPE), Bound.of(Aspect.REVISION, B), Bound.of(Aspect.REVISION, A));
    }

    @Test
    void a_decision_binds_to_what_it_covers_and_somebody_answers_for_and_to_nothing_left_over() {
        now.put(Bound.whole(Aspect.WINDOW), "window");
        assertThat(Standings.bindings(SCOPE_AND_REVISION, List.of(A), now, Set.of()))
                .containsOnly(
                        Map.entry(Bound.whole(Aspect.SCOPE), "scope"), Map.entry(Bound.of(Aspect.REVISION, A), "a1"));
        assertThat(Standings.bindings(SCOPE_AND_REVISION, List.of(A), now, Set.of(Aspect.SCOPE)))
                .containsOnlyKeys(Bound.of(Aspect.REVISION, A));
        now.remove(Bound.of(Aspect.REVISION, A));
        assertThat(Standings.bindings(SCOPE_AND_REVISION, List.of(A), now, Set.of()))
                .containsOnlyKeys(Bound.whole(Aspect.SCOPE));
    }

    @Test
    void a_decision_counts_at_its_own_gate_on_its_own_part_and_for_its_own_group() {
        Approval whole = decision(true, now);
        Approval ofPart = about(Gate.TEST_VERDICT, Optional.of(A), Optional.empty());
        Approval ofGroup = about(Gate.GO_LIVE, Optional.empty(), Optional.of("cab"));

        assertThat(at(Gate.GO_LIVE, Optional.empty(), Optional.empty(), ofGroup, ofPart, whole))
                .contains(whole);
        assertThat(at(Gate.GO_LIVE, Optional.empty(), Optional.of("cab"), whole, ofGroup))
                .contains(ofGroup);
        assertThat(at(Gate.TEST_VERDICT, Optional.of(A), Optional.empty(), whole, ofPart))
                .contains(ofPart);
        assertThat(at(Gate.TEST_VERDICT, Optional.of(B), Optional.empty(), ofPart))
                .isEmpty();
        assertThat(at(Gate.BUSINESS_ACCEPTANCE, Optional.empty(), Optional.empty(), whole))
                .isEmpty();
        assertThat(at(Gate.GO_LIVE, Optional.empty(), Optional.of("ecab"), ofGroup))
                .isEmpty();
    }

    private static Optional<Approval> at(
            Gate gate, Optional<UnitId> part, Optional<String> group, Approval... decisions) {
        return Standings.at(gate, part, group, Stream.of(decisions));
    }

    @ParameterizedTest
    @EnumSource(ReleaseState.class)
    void until_the_rollout_it_is_told_when_a_decision_on_what_the_release_has_falls(ReleaseState state) {
        boolean before =
                EnumSet.range(ReleaseState.DRAFT, ReleaseState.PRE_AUDITED).contains(state);
        SubmittedRelease release = release(state);
        assertThat(Standings.watched(release, decision(true, now))).isEqualTo(before);
        assertThat(Standings.watched(release, about(Gate.TEST_VERDICT, Optional.of(A), Optional.empty())))
                .isEqualTo(before);
        assertThat(Standings.watched(release, about(Gate.TEST_VERDICT, Optional.of(B), Optional.empty())))
                .as("a part that left")
                .isFalse();
    }

    private static SubmittedRelease release(ReleaseState state) {
        ReleaseNumber number = ReleaseNumber.of(2099, 1);
        return new SubmittedRelease(
                number,
                "Check more",
                "Fewer wrong transfers",
                new Actor("rita"),
                state,
                Instant.EPOCH,
                ReleaseType.MINOR,
                1,
                List.of(new ReleasePart.Planned(new PartId(number, A), 0, "v1.1.0", "4f2c")),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void of_the_parts_the_first_that_is_open_counts() {
        Standing yes = new Granted(decision(true, Map.of()));
        Standing no = new Denied(decision(false, Map.of()));
        Standing other = new Granted(decision(true, now));

        assertThat(Standings.worst(Stream.of(yes, no, new Missing()))).isSameAs(no);
        assertThat(Standings.worst(Stream.of(yes, other))).isSameAs(other);
        assertThat(Standings.worst(Stream.of(no, yes))).isSameAs(no);
        assertThat(Standings.worst(Stream.empty())).isEqualTo(new Missing());
    }

    @Test
    void what_is_per_part_is_never_bound_as_a_whole() {
        assertThat(Stream.of(Aspect.values()).filter(Aspect::perPart).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Aspect.CRITERIA, Aspect.REVISION, Aspect.BACKOUT_PLAN);
        assertThatThrownBy(() -> Bound.whole(Aspect.REVISION)).hasMessageContaining("per part");
        assertThatThrownBy(() -> Bound.of(Aspect.SCOPE, A)).hasMessageContaining("as a whole");
    }

    private Standing standing(Approval approval, UnitId... parts) {
        return Standings.of(Optional.of(approval), SCOPE_AND_REVISION, List.of(parts), now);
    }

    private static Approval about(Gate gate, Optional<UnitId> part, Optional<String> group) {
        Approval any = decision(true, Map.of());
        return new Approval(
                any.release(),
                gate,
                part,
                group,
                any.actor(),
                any.mail(),
                any.granted(),
                any.reason(),
                any.said(),
                any.bindings(),
                any.at());
    }

    private static Approval decision(boolean granted, Map<Bound, String> bindings) {
        return new Approval(
                ReleaseNumber.of(2099, 1),
                Gate.GO_LIVE,
                Optional.empty(),
                Optional.empty(),
                new Actor("carl"),
                "",
                granted,
                "",
                Map.of(),
                bindings,
                Instant.EPOCH);
    }
}
