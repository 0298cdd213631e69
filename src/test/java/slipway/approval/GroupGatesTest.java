package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.approval.ApprovalEvent.GateStranded;
import slipway.approval.ApprovalEvent.GroupDenied;
import slipway.approval.ApprovalEvent.GroupGranted;
import slipway.approval.ApprovalEvent.GroupVoided;
import slipway.approval.DemandedGates.Demanded;
import slipway.approval.GroupGates.Verdict;
import slipway.approval.GroupGates.Voice;
import slipway.cmdb.Unit;
import slipway.event.Event;
import slipway.event.EventLog;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.People;
import slipway.identity.Persons;
import slipway.library.Library;
import slipway.planning.Plans;
import slipway.release.PartScope;
import slipway.release.ReleaseEvent;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.Scope;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.Held;
import slipway.testing.InsideStory;
import slipway.testing.Insides;

/** Sofia is the security officer, Olga the service owner. */
class GroupGatesTest extends InsideStory {
    private static final Gate GATE = new Gate("SECURITY_APPROVAL");
    private static final Gate OTHER = new Gate("OTHER_APPROVAL");
    private static final Set<String> TWO = Set.of("cab", "change-manager");
    private static final Set<String> GROUPS = Set.of("security-officer", "service-owner");

    @Autowired
    private GroupGates groups;

    @Autowired
    private Approvals approvals;

    @Autowired
    private GateRegister gates;

    @Autowired
    private Duties duties;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private DecisionsSource chapter;

    private ReleaseNumber release;

    @BeforeEach
    void a_planned_release() {
        gates.enter(GATE, "Security approves");
        release = submitted();
        runs(held("1.0.0", Library.State.ACCEPTED), ZURICH, NEW_YORK, SINGAPORE);
        done(plans.draft(plan(release)));
    }

    @Test
    void each_group_decides_and_what_the_form_asked_besides_is_kept() {
        assertThat(groups.deciders(release, GATE, GROUPS)).contains(SOFIA, OLGA);
        done(groups.decide(release, GATE, GROUPS, SOFIA, true, "Signed", Map.of("ticket", "SEC-7")));
        assertThat(groups.verdict(release, GATE, GROUPS)).isEqualTo(Verdict.OPEN);
        assertThat(groups.deciders(release, GATE, GROUPS)).contains(OLGA).doesNotContain(SOFIA);
        assertThat(groups.voices(release, GATE, GROUPS))
                .containsExactly(new Voice("security-officer", "passed by sofia"), new Voice("service-owner", "open"));
        refused(groups.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()), "another-group-decides");

        done(groups.decide(release, GATE, GROUPS, OLGA, true, "", Map.of()));
        assertThat(groups.verdict(release, GATE, GROUPS)).isEqualTo(Verdict.GRANTED);
        assertThat(log.of(release).stream().map(EventLog.Entry::event))
                .contains(
                        new GroupGranted(GATE, "security-officer", "Signed"),
                        new GroupGranted(GATE, "service-owner", ""));
        assertThat(chapter.of(release).decisions())
                .filteredOn(decision -> decision.gate().equals("Security approves"))
                .extracting(
                        decision -> decision.group().orElse(""),
                        decision -> decision.said().getOrDefault("ticket", ""),
                        DecisionsChapter.Decision::standing)
                .containsExactly(tuple("security-officer", "SEC-7", "stands"), tuple("service-owner", "", "stands"));
    }

    @Test
    void a_word_against_is_asked_again_and_the_other_groups_word_stands() {
        done(groups.decide(release, GATE, GROUPS, OLGA, true, "", Map.of()));
        done(groups.decide(release, GATE, GROUPS, SOFIA, false, "Unsigned", Map.of()));
        assertThat(groups.verdict(release, GATE, GROUPS)).isEqualTo(Verdict.DENIED);
        assertThat(groups.deciders(release, GATE, GROUPS)).contains(SOFIA).doesNotContain(OLGA);
        assertThat(log.of(release).stream().map(EventLog.Entry::event))
                .contains(new GroupDenied(GATE, "security-officer", "Unsigned"));
        done(groups.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()));
        assertThat(groups.verdict(release, GATE, GROUPS)).isEqualTo(Verdict.GRANTED);
    }

    @Test
    void the_address_that_somebody_decided_under_is_kept() {
        done(groups.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()));
        assertThat(approvals.of(release))
                .extracting(Approvals.Approval::mail)
                .containsExactly("sofia@alpenbank.example");
    }

    @Test
    void one_person_passes_a_gate_for_one_group_though_two_tasks_decide_it() {
        done(groups.decide(release, GATE, Set.of("cab"), CARL, true, "", Map.of()));
        refused(
                groups.decide(release, GATE, Set.of("change-manager"), CARL, true, "", Map.of()),
                "one-person-one-group");
        assertThat(groups.deciders(release, GATE, Set.of("change-manager"))).doesNotContain(CARL);
        assertThat(groups.verdict(release, GATE, Set.of("cab"))).isEqualTo(Verdict.GRANTED);
        assertThat(groups.voices(release, GATE, Set.of("change-manager")))
                .containsExactly(new Voice("change-manager", "open"));
    }

    @Test
    void who_is_in_two_groups_decides_for_the_one_that_has_nobody_else_and_then_for_no_other() {
        // Olga is of the CAB too; the other change manager asked for the release.
        done(groups.decide(release, GATE, TWO, CARL, true, "", Map.of()));
        assertThat(approvals.of(release).getLast().group()).contains("change-manager");
        assertThat(groups.deciders(release, GATE, TWO)).containsExactly(OLGA);
        done(groups.decide(release, GATE, TWO, OLGA, true, "", Map.of()));
        assertThat(groups.verdict(release, GATE, TWO)).isEqualTo(Verdict.GRANTED);
    }

    @Test
    void a_word_that_leaves_the_group_of_another_task_to_nobody_is_refused_and_one_against_is_not() {
        GroupGates both = demanding("cab", "change-manager");
        refused(both.decide(release, GATE, Set.of("cab"), CARL, true, "", Map.of()), "strands-later-gate");
        done(both.decide(release, GATE, Set.of("cab"), CARL, false, "Unsigned", Map.of()));
        done(both.decide(release, GATE, Set.of("change-manager"), CARL, true, "", Map.of()));
        done(both.decide(release, GATE, Set.of("cab"), OLGA, true, "", Map.of()));
    }

    @Test
    void of_a_tasks_groups_those_decide_that_are_demanded_and_all_where_none_is() {
        GroupGates security = demanding("security-officer");
        assertThat(security.demanded(release, GATE)).containsExactly("security-officer");
        assertThat(security.demanded(release, Gate.GO_LIVE)).isEmpty();
        assertThat(security.demanded(releases.draft(MARA, "A draft", "None yet"), GATE))
                .isEmpty();
        assertThat(security.deciders(release, GATE, GROUPS)).containsExactly(SOFIA);
        refused(security.decide(release, GATE, GROUPS, OLGA, true, "", Map.of()), "another-group-decides");
        done(security.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()));
        assertThat(security.verdict(release, GATE, GROUPS)).isEqualTo(Verdict.GRANTED);
        assertThat(security.voices(release, GATE, GROUPS))
                .containsExactly(new Voice("security-officer", "passed by sofia"));
        assertThat(demanding("cab").verdict(release, GATE, GROUPS)).isEqualTo(Verdict.OPEN);
    }

    private GroupGates demanding(String... demanded) {
        return new LedgeredGroupGates(approvals, demands(demanded), releases, people, duties);
    }

    private static DemandedGates demands(String... groups) {
        return any -> Stream.of(groups)
                .map(group -> new Demanded(GATE, group, Optional.of(ReleaseState.AUTHORISED)))
                .toList();
    }

    @Test
    void neither_another_gate_nor_another_group_changes_what_came_of_it() {
        gates.enter(OTHER, "Others approve");
        done(groups.decide(release, GATE, GROUPS, OLGA, true, "", Map.of()));
        done(groups.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()));
        done(groups.decide(release, OTHER, GROUPS, SOFIA, false, "Unsigned", Map.of()));
        assertThat(groups.verdict(release, GATE, GROUPS)).isEqualTo(Verdict.GRANTED);
        done(groups.decide(release, GATE, Set.of("cab"), CARL, false, "Too early", Map.of()));
        assertThat(groups.verdict(release, GATE, GROUPS)).isEqualTo(Verdict.GRANTED);
        assertThat(groups.verdict(release, GATE, Set.of("cab"))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void it_binds_to_everything_that_is_known_and_a_part_that_is_made_anew_voids_it() {
        assertThat(gates.get(GATE).covers()).containsExactlyInAnyOrder(Aspect.values());
        assertThat(gates.get(GATE).duty()).isEqualTo(Duty.AUTHORISER);
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        moved(release, ReleaseState.IN_BUILD);
        done(releases.ready(part(release), held("1.1.0", Library.State.CHECKED_IN)));
        done(groups.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()));
        done(releases.rework(part(release), "Unsigned"));
        done(releases.resource(part(release), "v1.1.1", "pinned"));
        done(releases.ready(part(release), held("1.1.1", Library.State.CHECKED_IN)));
        assertThat(approvals.standing(release, GATE, "security-officer"))
                .isInstanceOfSatisfying(
                        Approvals.Voided.class,
                        voided -> assertThat(voided.changed()).isEqualTo(Bound.of(Aspect.REVISION, UNIT)));
    }

    @Test
    void a_change_of_what_was_known_voids_it_and_what_is_known_later_does_not() {
        done(groups.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        moved(release, ReleaseState.IN_BUILD);
        done(releases.ready(part(release), held("1.1.0", Library.State.CHECKED_IN)));
        assertThat(approvals.standing(release, GATE, "security-officer")).isInstanceOf(Approvals.Granted.class);

        done(releases.move(release, ReleaseState.SUBMITTED));
        done(plans.draft(later()));
        assertThat(approvals.standing(release, GATE, "security-officer"))
                .isInstanceOfSatisfying(
                        Approvals.Voided.class,
                        voided -> assertThat(voided.changed()).isEqualTo(Bound.whole(Aspect.WINDOW)));
        assertThat(groups.verdict(release, GATE, GROUPS)).isEqualTo(Verdict.OPEN);
        readersReadOf(release);
        assertThat(log.of(release).stream().map(EventLog.Entry::event))
                .contains(new GroupVoided(GATE, "security-officer", Bound.whole(Aspect.WINDOW)));
    }

    @Test
    void while_one_of_two_parts_is_made_it_binds_to_that_one_and_the_other_may_come_later() {
        UnitId other = new UnitId("inside-other");
        cmdb.registerUnit(new Unit.Software(other, "Other", new Unit.Repository("repositories/other.git")));
        done(releases.submit(
                release,
                new Scope(
                        List.of(new PartScope(UNIT, "v1.1.0"), new PartScope(other, "v1.1.0")),
                        Set.of(RFC),
                        Set.of(ZURICH)),
                ReleaseType.MINOR,
                policy));
        done(plans.draft(plan(release)));
        moved(release, ReleaseState.PLANNED, ReleaseState.IN_BUILD);
        done(releases.ready(part(release), held("1.1.0", Library.State.CHECKED_IN)));

        done(groups.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()));
        assertThat(approvals.standing(release, GATE, "security-officer")).isInstanceOf(Approvals.Granted.class);
        done(releases.ready(
                new PartId(release, other), Held.in(sql, new UnitRevision(other, "1.1.0", Digest.of("other")))));
        assertThat(approvals.standing(release, GATE, "security-officer")).isInstanceOf(Approvals.Granted.class);

        done(releases.rework(part(release), "It is wrong"));
        assertThat(approvals.standing(release, GATE, "security-officer"))
                .isInstanceOfSatisfying(
                        Approvals.Voided.class,
                        voided -> assertThat(voided.changed()).isEqualTo(Bound.of(Aspect.REVISION, UNIT)));
    }

    @Test
    void in_front_of_a_plan_that_is_to_be_drafted_again_it_binds_to_neither_window_nor_way_back() {
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        moved(release, ReleaseState.SUBMITTED);
        done(groups.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()));
        assertThat(bound()).containsExactlyInAnyOrder(Aspect.SCOPE, Aspect.CRITERIA, Aspect.PREDECESSORS);

        done(plans.draft(later()));
        assertThat(approvals.standing(release, GATE, "security-officer")).isInstanceOf(Approvals.Granted.class);
        done(groups.decide(release, GATE, GROUPS, OLGA, true, "", Map.of()));
        assertThat(bound()).contains(Aspect.WINDOW, Aspect.BACKOUT_PLAN);

        done(plans.decideBaseline(release, CARL, false, "Too late"));
        done(groups.decide(release, GATE, GROUPS, SOFIA, true, "", Map.of()));
        assertThat(bound()).doesNotContain(Aspect.WINDOW, Aspect.BACKOUT_PLAN);
    }

    /** What the newest decision binds to. */
    private Set<Aspect> bound() {
        return approvals.of(release).stream()
                .filter(approval -> approval.group().isPresent())
                .reduce((before, next) -> next)
                .orElseThrow()
                .bindings()
                .keySet()
                .stream()
                .map(Bound::aspect)
                .collect(Collectors.toSet());
    }

    /** The plan with its window a day later. */
    private Plans.Draft later() {
        Plans.Draft moved = plan(release);
        return new Plans.Draft(
                release,
                moved.objectives(),
                START.plus(Duration.ofDays(1)),
                START.plus(Duration.ofDays(1)).plus(Duration.ofHours(2)),
                moved.backoutLimit(),
                moved.pointOfNoReturn(),
                RITA);
    }

    @Test
    void a_group_that_nobody_is_left_of_is_told_while_those_of_others_count_there() {
        assertThat(stranded("service-owner", "cab")).isEmpty();
        // Carl is the only one of both: the other change manager asked for the release.
        assertThat(stranded("service-owner", "cab", "change-manager")).containsExactly("change-manager");
        assertThat(stranded("service-owner")).isEmpty();
        done(groups.decide(release, GATE, Set.of("cab"), CARL, true, "", Map.of()));
        assertThat(stranded("cab", "change-manager")).containsExactly("change-manager");
    }

    @Test
    void that_nobody_is_left_is_told_when_the_last_one_decides_for_another_group() {
        done(groups.decide(release, GATE, Set.of("cab"), CARL, true, "", Map.of()));
        assertThat(stranded(GroupGranted.class, "cab", "change-manager")).containsExactly("change-manager");
        assertThat(stranded(GroupGranted.class, "cab", "change-manager")).isEmpty();
    }

    @Test
    void a_word_against_and_one_at_another_gate_use_nobody_up() {
        gates.enter(OTHER, "Others approve");
        done(groups.decide(release, GATE, Set.of("cab"), CARL, false, "Too early", Map.of()));
        assertThat(stranded("change-manager")).isEmpty();
        done(groups.decide(release, OTHER, Set.of("cab"), CARL, true, "", Map.of()));
        assertThat(stranded("change-manager")).isEmpty();
    }

    @Test
    void whoever_has_the_address_by_now_that_another_group_was_spoken_for_under_is_used_up_too() {
        done(groups.decide(release, GATE, Set.of("cab"), OLGA, true, "", Map.of()));
        assertThat(stranded("cab", "change-manager")).isEmpty();
        People since = new Insides.TourPeople() {
            @Override
            public Persons persons() {
                return new Persons(Map.of(CARL, "olga@alpenbank.example"));
            }
        };
        assertThat(stranded(since, ReleaseEvent.class, "cab", "change-manager")).containsExactly("change-manager");
    }

    @Test
    void a_group_that_is_demanded_twice_decides_once() {
        assertThat(stranded("security-officer", "security-officer")).isEmpty();
    }

    private List<String> stranded(String... demanded) {
        return stranded(ReleaseEvent.class, demanded);
    }

    /** Those that are told when the newest such event is read. */
    private List<String> stranded(Class<? extends Event> read, String... demanded) {
        return stranded(people, read, demanded);
    }

    private List<String> stranded(People now, Class<? extends Event> read, String... demanded) {
        int before = log.of(release).size();
        new StrandedGates(demands(demanded), gates, approvals, duties, now, releases, List.of(), log)
                .read(log.of(release).stream()
                        .filter(entry -> read.isInstance(entry.event()))
                        .reduce((first, next) -> next)
                        .orElseThrow());
        return log.of(release).stream()
                .skip(before)
                .map(EventLog.Entry::event)
                .filter(GateStranded.class::isInstance)
                .map(event -> ((GateStranded) event).group())
                .toList();
    }

    @Test
    void a_gate_is_decided_in_its_own_way_and_ours_stay_as_they_are() {
        assertThatThrownBy(() -> approvals.decide(release, GATE, SOFIA, true, ""))
                .hasMessageContaining("by groups");
        assertThatThrownBy(() -> approvals.decide(release, Gate.GO_LIVE, "cab", SOFIA, true, "", Map.of()))
                .hasMessageContaining("as a whole");
        gates.enter(Gate.GO_LIVE, "Anything goes");
        assertThat(gates.get(Gate.GO_LIVE).name()).isEqualTo("go live");
        gates.enter(GATE, "Security says yes");
        assertThat(gates.get(GATE).name()).isEqualTo("Security says yes");
        assertThat(List.of(gates.get(GATE).byGroups(), gates.get(GATE).perPart()))
                .containsExactly(true, false);
    }
}
