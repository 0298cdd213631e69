package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slipway.approval.Gate.BUSINESS_ACCEPTANCE;
import static slipway.approval.Gate.GO_LIVE;
import static slipway.approval.Gate.PLAN_BASELINE;
import static slipway.approval.Gate.TEST_VERDICT;
import static slipway.release.ReleaseState.CANCELLED;
import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_TEST;
import static slipway.release.ReleaseState.SUBMITTED;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.approval.ApprovalEvent.ApprovalDenied;
import slipway.approval.ApprovalEvent.ApprovalVoided;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Denied;
import slipway.approval.Approvals.Granted;
import slipway.approval.Approvals.Missing;
import slipway.approval.Approvals.Standing;
import slipway.approval.Approvals.Voided;
import slipway.change.Rfc;
import slipway.cmdb.Unit;
import slipway.identity.People;
import slipway.planning.Plans;
import slipway.release.PartScope;
import slipway.release.ReleaseType;
import slipway.release.Scope;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.Held;
import slipway.testing.InsideStory;

/** A release of two parts, each with an RFC or more of its own. */
class StoredApprovalsTest extends InsideStory {
    private static final UnitId OTHER = new UnitId("other-story");
    private static final RfcNumber SECOND_OF_UNIT = new RfcNumber("RFC-80002");
    private static final RfcNumber OF_OTHER = new RfcNumber("RFC-80003");

    @Autowired
    private Approvals approvals;

    @Autowired
    private ApprovalLedger ledger;

    @Autowired
    private GateRegister gates;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient sql;

    private ReleaseNumber release;
    private PartId first;
    private PartId second;

    @BeforeEach
    void a_release_of_two_parts_in_test() {
        cmdb.registerUnit(new Unit.Software(OTHER, "Other story", new Unit.Repository("repositories/other-story.git")));
        rfc(SECOND_OF_UNIT, UNIT);
        rfc(OF_OTHER, OTHER);
        release = releases.draft(MARA, "Two parts", "Customers wait");
        first = new PartId(release, UNIT);
        second = new PartId(release, OTHER);
        submit(Set.of(UNIT, OTHER), Set.of(RFC, SECOND_OF_UNIT, OF_OTHER));
        done(plans.draft(plan(release)));
        done(plans.decideBaseline(release, CARL, true, "fine"));
        done(plans.publish(release));
        moved(release, IN_BUILD);
        done(releases.ready(first, revision(UNIT, "1.1.0")));
        done(releases.ready(second, revision(OTHER, "2.0.0")));
        moved(release, IN_TEST);
    }

    @Test
    void a_gate_that_nobody_decided_is_missing() {
        assertThat(approvals.standing(release, GO_LIVE)).isEqualTo(new Missing());
        assertThat(approvals.standing(first, TEST_VERDICT)).isEqualTo(new Missing());
    }

    @Test
    void an_approval_stands_while_nothing_that_it_covers_changes() {
        everythingIsPassed();

        assertThat(standings()).allSatisfy(standing -> assertThat(standing).isInstanceOf(Granted.class));
    }

    @Test
    void a_decision_keeps_one_fingerprint_for_each_aspect_and_part_that_it_covers() {
        approvals.decide(release, BUSINESS_ACCEPTANCE, OLGA, true, "");
        approvals.decide(first, TEST_VERDICT, TOM, true, "");

        List<Approval> decided = approvals.of(release);
        assertThat(decided.get(decided.size() - 2).bindings().keySet())
                .containsExactlyInAnyOrder(
                        Bound.of(Aspect.CRITERIA, UNIT),
                        Bound.of(Aspect.CRITERIA, OTHER),
                        Bound.of(Aspect.REVISION, UNIT),
                        Bound.of(Aspect.REVISION, OTHER));
        assertThat(decided.getLast().bindings().keySet())
                .containsExactlyInAnyOrder(Bound.of(Aspect.REVISION, UNIT), Bound.of(Aspect.BACKOUT_PLAN, UNIT));
        assertThat(decided.getLast().part()).contains(UNIT);
    }

    @Test
    void a_rebuilt_part_voids_its_own_verdict_and_leaves_the_other_one() {
        everythingIsPassed();

        done(releases.rework(first, "slow"));
        moved(release, IN_BUILD);
        assertVoided(approvals.standing(first, TEST_VERDICT), Bound.of(Aspect.REVISION, UNIT));
        done(releases.resource(first, "v1.1.1", "another commit"));
        done(releases.ready(first, revision(UNIT, "1.1.1")));

        assertVoided(approvals.standing(first, TEST_VERDICT), Bound.of(Aspect.REVISION, UNIT));
        assertVoided(approvals.standing(release, TEST_VERDICT), Bound.of(Aspect.REVISION, UNIT));
        assertVoided(approvals.standing(release, BUSINESS_ACCEPTANCE), Bound.of(Aspect.REVISION, UNIT));
        assertThat(approvals.standing(second, TEST_VERDICT)).isInstanceOf(Granted.class);
        assertThat(approvals.standing(release, PLAN_BASELINE)).isInstanceOf(Granted.class);
    }

    @Test
    void another_window_voids_plan_and_go_and_no_verdict() {
        everythingIsPassed();

        moved(release, SUBMITTED);
        Plans.Draft draft = plan(release);
        done(plans.draft(new Plans.Draft(
                release,
                draft.objectives(),
                draft.start().plusSeconds(60),
                draft.end(),
                draft.backoutLimit(),
                draft.pointOfNoReturn(),
                RITA)));

        assertVoided(approvals.standing(release, PLAN_BASELINE), Bound.whole(Aspect.WINDOW));
        assertVoided(approvals.standing(release, GO_LIVE), Bound.whole(Aspect.WINDOW));
        assertThat(approvals.standing(release, TEST_VERDICT)).isInstanceOf(Granted.class);
        assertThat(approvals.standing(release, BUSINESS_ACCEPTANCE)).isInstanceOf(Granted.class);
    }

    @Test
    void removing_an_independent_part_asks_plan_and_go_again_and_voids_nothing_else() {
        everythingIsPassed();

        moved(release, SUBMITTED);
        submit(Set.of(UNIT), Set.of(RFC, SECOND_OF_UNIT));

        assertVoided(approvals.standing(release, PLAN_BASELINE), Bound.whole(Aspect.SCOPE));
        assertVoided(approvals.standing(release, GO_LIVE), Bound.whole(Aspect.SCOPE));
        assertThat(approvals.standing(first, TEST_VERDICT)).isInstanceOf(Granted.class);
        assertThat(approvals.standing(release, TEST_VERDICT)).isInstanceOf(Granted.class);
        assertThat(approvals.standing(release, BUSINESS_ACCEPTANCE)).isInstanceOf(Granted.class);
    }

    @Test
    void a_part_that_came_since_was_accepted_by_nobody() {
        moved(release, SUBMITTED);
        submit(Set.of(UNIT), Set.of(RFC, SECOND_OF_UNIT));
        approvals.decide(release, BUSINESS_ACCEPTANCE, OLGA, true, "");
        approvals.decide(first, TEST_VERDICT, TOM, true, "");

        submit(Set.of(UNIT, OTHER), Set.of(RFC, SECOND_OF_UNIT, OF_OTHER));

        assertVoided(approvals.standing(release, BUSINESS_ACCEPTANCE), Bound.of(Aspect.CRITERIA, OTHER));
        assertThat(approvals.standing(release, TEST_VERDICT)).isEqualTo(new Missing());
    }

    @Test
    void forty_rfcs_do_not_fall_for_one() {
        everythingIsPassed();
        Map<Bound, String> before = approvals.of(release).stream()
                .filter(approval -> approval.gate().equals(BUSINESS_ACCEPTANCE))
                .findFirst()
                .orElseThrow()
                .bindings();

        moved(release, SUBMITTED);
        submit(Set.of(UNIT, OTHER), Set.of(RFC, OF_OTHER));

        assertVoided(approvals.standing(release, BUSINESS_ACCEPTANCE), Bound.of(Aspect.CRITERIA, UNIT));
        assertThat(approvals.standing(first, TEST_VERDICT)).isInstanceOf(Granted.class);
        assertThat(approvals.standing(second, TEST_VERDICT)).isInstanceOf(Granted.class);
        approvals.decide(release, BUSINESS_ACCEPTANCE, OLGA, true, "");
        assertThat(approvals.of(release).getLast().bindings())
                .containsEntry(Bound.of(Aspect.CRITERIA, OTHER), before.get(Bound.of(Aspect.CRITERIA, OTHER)));
    }

    @Test
    void what_returns_to_what_was_approved_stands_again() {
        everythingIsPassed();

        moved(release, SUBMITTED);
        submit(Set.of(UNIT, OTHER), Set.of(RFC, OF_OTHER));
        submit(Set.of(UNIT, OTHER), Set.of(RFC, SECOND_OF_UNIT, OF_OTHER));

        assertThat(approvals.standing(release, BUSINESS_ACCEPTANCE)).isInstanceOf(Granted.class);
    }

    @Test
    void the_newest_decision_counts_and_the_older_ones_stay() {
        approvals.decide(first, TEST_VERDICT, TOM, true, "");
        approvals.decide(second, TEST_VERDICT, TOM, true, "");
        approvals.decide(first, TEST_VERDICT, SOFIA, false, "slow");

        assertThat(approvals.standing(first, TEST_VERDICT))
                .isInstanceOfSatisfying(
                        Denied.class, no -> assertThat(no.approval().actor()).isEqualTo(SOFIA));
        assertThat(approvals.standing(release, TEST_VERDICT)).isInstanceOf(Denied.class);
        assertThat(approvals.standing(second, TEST_VERDICT)).isInstanceOf(Granted.class);
        assertThat(approvals.of(release))
                .filteredOn(approval -> approval.gate().equals(TEST_VERDICT))
                .extracting(Approval::granted)
                .containsExactly(true, true, false);
        assertThat(log.latest(release, ApprovalDenied.class))
                .contains(new ApprovalDenied(TEST_VERDICT, Optional.of(UNIT), "slow"));
    }

    @Test
    void a_gate_of_parts_is_never_decided_as_a_whole_and_the_other_way_round() {
        assertThatThrownBy(() -> approvals.decide(release, TEST_VERDICT, TOM, true, ""))
                .hasMessageContaining("per part");
        assertThatThrownBy(() -> approvals.decide(first, GO_LIVE, CARL, true, ""))
                .hasMessageContaining("as a whole");
        assertThatThrownBy(() -> approvals.standing(release, new Gate("NOVEL"))).hasMessageContaining("NOVEL");
    }

    @Test
    void two_answers_for_one_aspect_are_an_error_and_nobody_is_asked_without_need() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("one", (BindingSource) any -> Map.of(Bound.whole(Aspect.SCOPE), "one"));
        beans.addBean("two", (BindingSource) any -> Map.of(Bound.whole(Aspect.SCOPE), "two"));
        beans.addBean("far", new BindingSource() {
            @Override
            public Map<Bound, String> bindings(ReleaseNumber any) {
                throw new IllegalStateException("asked without need");
            }

            @Override
            public Set<Aspect> answersFor() {
                return Set.of(Aspect.PREDECESSORS);
            }
        });
        Approvals twice = new StoredApprovals(
                ledger, gates, releases, beans.getBeanProvider(BindingSource.class), people, log, Clock.systemUTC());

        assertThatThrownBy(() -> twice.decide(release, PLAN_BASELINE, CARL, true, ""))
                .hasMessageContaining("two sources answer for the scope");
    }

    @Test
    void what_fell_is_told_once() {
        everythingIsPassed();
        readersReadOf(release);
        assertThat(log.latest(release, ApprovalVoided.class)).isEmpty();

        moved(release, SUBMITTED);
        submit(Set.of(UNIT, OTHER), Set.of(RFC, OF_OTHER));
        readersReadOf(release);
        moved(release, CANCELLED);
        readersReadOf(release);

        assertThat(log.of(release).stream().map(entry -> entry.event()).filter(ApprovalVoided.class::isInstance))
                .containsExactly(
                        new ApprovalVoided(PLAN_BASELINE, Optional.empty(), Bound.whole(Aspect.SCOPE)),
                        new ApprovalVoided(BUSINESS_ACCEPTANCE, Optional.empty(), Bound.of(Aspect.CRITERIA, UNIT)),
                        new ApprovalVoided(GO_LIVE, Optional.empty(), Bound.whole(Aspect.SCOPE)));
    }

    private void everythingIsPassed() {
        approvals.decide(first, TEST_VERDICT, TOM, true, "");
        approvals.decide(second, TEST_VERDICT, TOM, true, "");
        approvals.decide(release, BUSINESS_ACCEPTANCE, OLGA, true, "");
        approvals.decide(release, GO_LIVE, CARL, true, "");
    }

    private Stream<Standing> standings() {
        return Stream.of(PLAN_BASELINE, TEST_VERDICT, BUSINESS_ACCEPTANCE, GO_LIVE)
                .map(gate -> approvals.standing(release, gate));
    }

    private void submit(Set<UnitId> units, Set<RfcNumber> rfcs) {
        List<PartScope> parts = Stream.of(new PartScope(UNIT, "v1.1.0"), new PartScope(OTHER, "v2.0.0"))
                .filter(part -> units.contains(part.unit()))
                .toList();
        done(releases.submit(
                release,
                new Scope(parts, new HashSet<>(rfcs), Set.of(ZURICH, NEW_YORK, SINGAPORE)),
                ReleaseType.MINOR,
                policy));
    }

    private void rfc(RfcNumber number, UnitId unit) {
        changes.register(new Rfc(
                number, "Of " + unit, unit, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("It is seen.")));
    }

    private UnitRevision revision(UnitId unit, String version) {
        return Held.in(sql, new UnitRevision(unit, version, Digest.of(unit + version)));
    }

    private static void assertVoided(Standing standing, Bound changed) {
        assertThat(standing)
                .isInstanceOfSatisfying(
                        Voided.class, no -> assertThat(no.changed()).isEqualTo(changed));
    }
}
