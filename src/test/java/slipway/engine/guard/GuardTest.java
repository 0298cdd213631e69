package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slipway.engine.guard.GuardedModel.CANDIDATE;
import static slipway.engine.guard.GuardedModel.OUTSIDER;
import static slipway.engine.guard.GuardedModel.REQUESTER;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import slipway.engine.UserTask.Refused;
import slipway.identity.Duty;
import slipway.shared.Actor;
import slipway.shared.Refusal;

class GuardTest extends AtTheGuard {
    private void submit(Standing release, Map<String, Object> entered) {
        engine.getFormService().submitTaskForm(release.decide(), entered);
    }

    @Test
    void a_candidate_claims_and_completes_and_only_routing_stays() {
        Standing release = model.release();
        as(CANDIDATE);
        engine.getTaskService().claim(release.decide(), CANDIDATE);
        submit(release, Map.of("decision", "APPROVE", "minutes", 45));
        assertThat(release.open()).isFalse();
        assertThat(release.variables()).isEqualTo(Map.of("goNoGo", "GO"));
        assertThat(model.decide.taken.getFirst().actor()).isEqualTo(new Actor(CANDIDATE));
        assertThat(duties.performers(release.number(), Duty.AUTHORISER)).containsExactly(new Actor(CANDIDATE));
    }

    @Test
    void what_the_browser_sends_back_as_json_is_understood() {
        Standing release = model.release().heldBy(CANDIDATE);
        as(CANDIDATE);
        submit(
                release,
                Variables.createVariables()
                        .putValue("title", "IBAN check")
                        .putValue("decision", "APPROVE")
                        .putValue("target", null)
                        .putValueTyped(
                                "rfcs", SpinValues.jsonValue("[\"RFC-1\"]").create()));
        assertThat(model.decide.taken.getFirst().list("rfcs")).containsExactly("RFC-1");
    }

    @Test
    void the_requester_is_kept_from_authorising_and_the_refusal_stays_on_record() {
        Standing release = model.release().heldBy(REQUESTER);
        as(REQUESTER);
        assertThat(refusal(() -> submit(release, Map.of("decision", "APPROVE"))).rule())
                .isEqualTo("separation-of-duties");
        assertThat(release.open()).isTrue();
        assertThat(model.decide.taken).isEmpty();
        assertThat(jdbc.sql("select actor, command, rule from slipway.refusal where release = :release")
                        .param("release", release.number().value())
                        .query()
                        .listOfRows())
                .containsExactly(
                        Map.of("actor", REQUESTER, "command", "SubmitTaskFormCmd", "rule", "separation-of-duties"));
    }

    @Test
    void the_requester_may_not_even_claim() {
        Standing release = model.release();
        as(REQUESTER);
        assertThat(refusal(() -> engine.getTaskService().claim(release.decide(), REQUESTER))
                        .rule())
                .isEqualTo("separation-of-duties");
    }

    @Test
    void holding_a_task_does_not_make_a_candidate() {
        Standing release = model.release().heldBy(OUTSIDER);
        as(OUTSIDER);
        assertThat(refusal(() -> submit(release, Map.of("decision", "APPROVE"))).rule())
                .isEqualTo("not-a-candidate");
    }

    @Test
    void groups_that_a_caller_claims_count_for_nothing() {
        Standing release = model.release();
        engine.getIdentityService().setAuthentication(OUTSIDER, List.of("change-manager", "camunda-admin"));
        assertThat(refusal(() -> engine.getTaskService().claim(release.decide(), OUTSIDER))
                        .rule())
                .isEqualTo("not-a-candidate");
        assertThat(refusal(() -> engine.getIdentityService().createMembership(OUTSIDER, "change-manager"))
                        .rule())
                .isEqualTo("administrators-only");
    }

    @Test
    void nobody_authenticated_alters_nothing_but_reads() {
        Standing release = model.release().heldBy(CANDIDATE);
        assertThat(refusal(() -> submit(release, Map.of("decision", "APPROVE"))).rule())
                .isEqualTo("nobody-authenticated");
        assertThat(refusal(() -> engine.getRuntimeService().setVariable(release.instance(), "goNoGo", "GO"))
                        .rule())
                .isEqualTo("nobody-authenticated");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(release.decide())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_wrong_entry_is_refused_with_its_field_and_nothing_is_kept() {
        Standing release = model.release().heldBy(CANDIDATE);
        as(CANDIDATE);
        assertThat(refusal(() -> submit(release, Map.of("decision", "APPROVE", "goNoGo", "GO"))))
                .matches(refused -> "undeclared-field".equals(refused.rule()) && "goNoGo".equals(refused.field()));
        assertThat(release.open()).isTrue();
        assertThat(release.variables()).isEmpty();
    }

    @Test
    void what_the_facade_refuses_stays_open() {
        model.decide.answer = new Refused(Refusal.at("reason", "baseline-changed", "the plan changed; read it again"));
        Standing release = model.release().heldBy(CANDIDATE);
        as(CANDIDATE);
        assertThatThrownBy(() -> engine.getTaskService().complete(release.decide(), Map.of("decision", "APPROVE")))
                .isInstanceOf(FormRefused.class)
                .hasMessage("baseline-changed (field 'reason'): the plan changed; read it again");
        assertThat(release.open()).isTrue();
        assertThat(duties.performers(release.number(), Duty.AUTHORISER)).isEmpty();
    }

    @Test
    void people_give_back_only_what_they_hold() {
        Standing release = model.release().heldBy(CANDIDATE);
        as(REQUESTER);
        assertThat(refusal(() -> engine.getTaskService().setAssignee(release.decide(), null))
                        .rule())
                .isEqualTo("own-claims-only");
        as(CANDIDATE);
        engine.getTaskService().setAssignee(release.decide(), null);
        assertThat(release.task("Task_Decide").getAssignee()).isNull();
    }
}
