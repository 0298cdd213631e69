package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slipway.engine.guard.GuardedModel.ADMINISTRATOR;
import static slipway.engine.guard.GuardedModel.CANDIDATE;
import static slipway.engine.guard.GuardedModel.OUTSIDER;
import static slipway.engine.guard.GuardedModel.REQUESTER;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.SystemScope;
import slipway.engine.UserTask.Recorded;
import slipway.engine.UserTask.Refused;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.testing.ProcessTest;

@ProcessTest
class GuardTest {
    @Autowired
    private ConfigurableListableBeanFactory beans;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Duties duties;

    @Autowired
    private JdbcClient jdbc;

    private GuardedModel model;

    @BeforeEach
    void deploy() {
        model = GuardedModel.deployed(beans);
        model.decide.taken.clear();
        model.decide.answer = Recorded.with("goNoGo", "GO");
    }

    @AfterEach
    void leave() {
        engine.getIdentityService().clearAuthentication();
    }

    private void as(String person) {
        engine.getIdentityService().setAuthentication(person, model.groupsOf(person));
    }

    private void submit(Standing release, Map<String, Object> entered) {
        engine.getFormService().submitTaskForm(release.decide(), entered);
    }

    private static Refusal refusal(ThrowingCallable action) {
        try {
            action.call();
        } catch (CommandRefused refused) {
            return refused.refusal();
        } catch (FormRefused refused) {
            return refused.refusal();
        } catch (Throwable other) {
            throw new AssertionError("not a refusal", other);
        }
        throw new AssertionError("not refused");
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

    @Test
    void a_narrow_task_is_offered_to_the_named_people_only() {
        Standing release = model.release();
        String task = release.task("Task_Narrow").getId();
        assertThat(SystemScope.call(() -> engine.getTaskService().getIdentityLinksForTask(task)))
                .filteredOn(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .extracting(link -> link.getUserId() + "/" + link.getGroupId())
                .containsExactly(CANDIDATE + "/null");
        as(REQUESTER);
        assertThat(refusal(() -> engine.getTaskService().claim(task, REQUESTER)).rule())
                .isEqualTo("not-a-candidate");
        as(CANDIDATE);
        engine.getTaskService().claim(task, CANDIDATE);
    }

    @Test
    void facts_fill_the_form_and_are_not_stored() {
        Standing release = model.release();
        as(CANDIDATE);
        var shown = engine.getFormService().getTaskFormVariables(release.decide(), null, false);
        assertThat(shown.get("title")).isEqualTo("IBAN check");
        SerializableValue targets = shown.getValueTyped("targets");
        assertThat(targets.isDeserialized()).isFalse();
        assertThat(targets.getValueSerialized())
                .isIn("[{\"label\":\"One\",\"value\":\"one\"}]", "[{\"value\":\"one\",\"label\":\"One\"}]");
        assertThat(engine.getFormService().getTaskFormVariables(release.decide(), List.of("title"), false))
                .containsOnlyKeys("title");
        assertThat(release.variables()).isEmpty();
        as(OUTSIDER);
        assertThatThrownBy(() -> engine.getFormService().getTaskFormVariables(release.decide()))
                .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
    }

    @Test
    void a_release_is_started_by_its_form_and_bears_the_number_of_its_draft() {
        String number = GuardedModel.nextNumber().value();
        model.start.answer = Recorded.with("release", number);
        String definition = definition();
        as(REQUESTER);
        var started = engine.getFormService().submitStartForm(definition, Map.of("title", "IBAN check"));
        assertThat(started.getBusinessKey()).isEqualTo(number);
        assertThat(duties.performers(new slipway.shared.ReleaseNumber(number), Duty.REQUESTER))
                .containsExactly(new Actor(REQUESTER));
        assertThat(refusal(() -> engine.getFormService().submitStartForm(definition, Map.of()))
                        .rule())
                .isEqualTo("required-field");
        assertThat(refusal(() -> engine.getFormService()
                                .submitStartForm(definition, "REL-2026-0001", Map.of("title", "x")))
                        .rule())
                .isEqualTo("number-from-draft");
        as(CANDIDATE);
        assertThat(refusal(() -> engine.getFormService().submitStartForm(definition, Map.of("title", "x")))
                        .rule())
                .isEqualTo("not-a-starter");
    }

    @Test
    void people_change_their_own_password_but_not_their_address() {
        as(OUTSIDER);
        var user =
                engine.getIdentityService().createUserQuery().userId(OUTSIDER).singleResult();
        user.setPassword(GuardedModel.PASSWORD);
        engine.getIdentityService().saveUser(user);
        user = engine.getIdentityService().createUserQuery().userId(OUTSIDER).singleResult();
        user.setEmail("ben@alpenbank.example");
        var altered = user;
        assertThat(refusal(() -> engine.getIdentityService().saveUser(altered)).rule())
                .isEqualTo("administrators-only");
    }

    @Test
    void a_command_that_the_table_lacks_is_refused() {
        as(ADMINISTRATOR);
        Command<String> unknown = context -> "done";
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        assertThat(refusal(() -> executor.execute(unknown)).rule()).isEqualTo("unknown");
        assertThat(SystemScope.call(() -> executor.execute(unknown))).isEqualTo("done");
    }

    private String definition() {
        return Objects.requireNonNull(SystemScope.call(() -> engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("Guarded")
                .latestVersion()
                .singleResult()
                .getId()));
    }
}
