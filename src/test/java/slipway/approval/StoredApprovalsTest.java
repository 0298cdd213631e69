package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.testing.MemoryJournal;
import slipway.testing.RolledBack;

class StoredApprovalsTest {
    private static final AtomicInteger SEQUENCE = new AtomicInteger(1);
    private static final Actor CARL = new Actor("carl");

    @RegisterExtension
    private final RolledBack database = new RolledBack();

    private final ReleaseNumber release = ReleaseNumber.of(2099, SEQUENCE.getAndIncrement());
    private final Map<Aspect, String> now = new EnumMap<>(Map.of(
            Aspect.SCOPE, "scope", Aspect.REVISION, "revision", Aspect.WINDOW, "window", Aspect.BACKOUT_PLAN, "back"));
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Approvals approvals = new StoredApprovals(
            new ApprovalLedger(database.sql(), new ObjectMapper()),
            beans.getBeanProvider(BindingSource.class),
            new MemoryJournal(),
            Clock.systemUTC());

    StoredApprovalsTest() {
        beans.addBean("one", (BindingSource) any -> now);
    }

    @Test
    void a_gate_that_nobody_decided_is_missing() {
        assertThat(approvals.standing(release, Gate.PLAN_BASELINE)).isInstanceOf(Approvals.Missing.class);
    }

    @Test
    void an_approval_stands_while_nothing_that_it_covers_changes() {
        approvals.decide(release, Gate.PLAN_BASELINE, CARL, true, "");

        now.put(Aspect.REVISION, "another");

        assertThat(approvals.standing(release, Gate.PLAN_BASELINE)).isInstanceOf(Approvals.Granted.class);
    }

    @Test
    void a_change_voids_exactly_the_approvals_that_covered_it() {
        approvals.decide(release, Gate.PLAN_BASELINE, CARL, true, "");
        approvals.decide(release, Gate.TEST_VERDICT, CARL, true, "");

        now.put(Aspect.WINDOW, "moved");

        assertThat(approvals.standing(release, Gate.PLAN_BASELINE))
                .isInstanceOfSatisfying(
                        Approvals.Voided.class, no -> assertThat(no.changed()).isEqualTo(Aspect.WINDOW));
        assertThat(approvals.standing(release, Gate.TEST_VERDICT)).isInstanceOf(Approvals.Granted.class);
    }

    @Test
    void what_returns_to_what_was_approved_stands_again() {
        approvals.decide(release, Gate.TEST_VERDICT, CARL, true, "");
        now.put(Aspect.REVISION, "another");
        now.put(Aspect.REVISION, "revision");

        assertThat(approvals.standing(release, Gate.TEST_VERDICT)).isInstanceOf(Approvals.Granted.class);
    }

    @Test
    void an_aspect_that_nobody_answers_for_lets_nothing_stand() {
        approvals.decide(release, Gate.GO_LIVE, CARL, true, "");

        assertThat(approvals.standing(release, Gate.GO_LIVE))
                .isInstanceOfSatisfying(
                        Approvals.Voided.class, no -> assertThat(no.changed()).isEqualTo(Aspect.PREDECESSORS));
    }

    @Test
    void an_aspect_that_got_its_answer_after_the_decision_was_not_covered_by_it() {
        approvals.decide(release, Gate.GO_LIVE, CARL, true, "");

        now.put(Aspect.PREDECESSORS, "known now");

        assertThat(approvals.standing(release, Gate.GO_LIVE)).isInstanceOf(Approvals.Voided.class);
    }

    @Test
    void the_newest_decision_counts_and_the_older_ones_stay() {
        approvals.decide(release, Gate.TEST_VERDICT, CARL, true, "");
        approvals.decide(release, Gate.TEST_VERDICT, new Actor("tom"), false, "slow");

        assertThat(approvals.standing(release, Gate.TEST_VERDICT)).isInstanceOf(Approvals.Denied.class);
        assertThat(approvals.of(release))
                .extracting(Approvals.Approval::granted)
                .containsExactly(true, false);
    }

    @Test
    void two_answers_for_one_aspect_are_an_error() {
        beans.addBean("two", (BindingSource) any -> Map.of(Aspect.SCOPE, "other"));

        assertThatThrownBy(() -> approvals.decide(release, Gate.TEST_VERDICT, CARL, true, ""))
                .hasMessageContaining("SCOPE");
    }
}
