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
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.junit.jupiter.api.Test;
import slipway.engine.SystemScope;
import slipway.engine.UserTask.Recorded;
import slipway.identity.Duty;
import slipway.shared.Actor;

class OffersAndFactsTest extends AtTheGuard {
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
        String number = model.nextNumber().value();
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
