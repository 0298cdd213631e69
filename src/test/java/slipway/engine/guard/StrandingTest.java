package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.engine.SystemScope;
import slipway.engine.people.Organisation;
import slipway.identity.Duty;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.testing.PastTheGate;
import slipway.testing.TinyModels;

class StrandingTest extends AtTheGuard {
    @Autowired
    private Organisation organisation;

    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void everyOtherGateCanBePassed() {
        hire("gowner", "service-owner");
        hire("gauditor", "auditor");
        SystemScope.run(() -> {
            group("lone-testers");
            group("lone-acceptors");
            group("lone-auditors");
            group("other-acceptors");
        });
        hire("glone", "lone-testers", "lone-acceptors", "lone-auditors");
        hire("gspare", "lone-testers");
        hire("gother", "lone-testers", "other-acceptors");
        deploy("Lone", "TESTER", task("Accept", "guardedDecide", "ACCEPTOR", "lone-acceptors"));
    }

    @AfterEach
    void nothingIsLeft() {
        model.narrow.needed = null;
        SystemScope.run(
                () -> deployments.forEach(each -> engine.getRepositoryService().deleteDeployment(each, true)));
    }

    private void hire(String person, String... groups) {
        organisation.hire(new Person(new Actor(person), person, "", Set.of(groups)), GuardedModel.PASSWORD);
    }

    private void group(String id) {
        if (engine.getIdentityService().createGroupQuery().groupId(id).count() == 0) {
            engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(id));
        }
    }

    /** A task of these duties for the lone testers, and another one behind it. */
    private void deploy(String process, String duties, String later) {
        String body = task("Test", "guardedDecide", duties, "lone-testers") + later + """
                <bpmn:startEvent id="Start"/>
                <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Test"/>
                <bpmn:sequenceFlow id="F2" sourceRef="Test" targetRef="Accept"/>
                """;
        deployments.add(PastTheGate.deploy(
                engine.getRepositoryService(),
                Map.of(
                        "lone.bpmn",
                        TinyModels.process(process, body),
                        "guarded-decide.form",
                        GuardedModel.text("guarded-decide.form"))));
    }

    private static String task(String id, String records, String duty, String group) {
        return """
                <bpmn:userTask id="%s" camunda:formRef="guarded-decide" camunda:formRefBinding="deployment"
                    camunda:candidateGroups="%s"><bpmn:extensionElements><camunda:properties>
                  <camunda:property name="records" value="%s"/>
                  <camunda:property name="duty" value="%s"/>
                </camunda:properties></bpmn:extensionElements></bpmn:userTask>
                """.formatted(id, group, records, duty);
    }

    /** The first task of the process for that release. */
    private String started(String process, ReleaseNumber release) {
        return SystemScope.call(() -> {
            String instance = engine.getRuntimeService()
                    .startProcessInstanceByKey(process, release.value())
                    .getId();
            return engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId();
        });
    }

    private Refusal refused(String task, String person) {
        as(person);
        return refusal(() -> engine.getTaskService().claim(task, person));
    }

    @Test
    void a_claim_that_would_leave_a_later_gate_to_nobody_is_refused() {
        String task = started("Lone", model.nextNumber());
        var refused = refused(task, "glone");
        assertThat(refused.rule()).isEqualTo("strands-later-gate");
        assertThat(refused.reason()).contains("lone-acceptors");
        as("gspare");
        engine.getTaskService().claim(task, "gspare");
    }

    @Test
    void a_gate_that_nobody_may_pass_already_changes_nothing_for_the_others() {
        deploy("Nobodys", "TESTER", task("Accept", "guardedDecide", "AUTHORISER", "nobody-at-all"));
        assertThat(refused(started("Lone", model.nextNumber()), "glone").reason())
                .contains("lone-acceptors");
    }

    @Test
    void a_gate_that_a_release_does_not_need_bars_nobody() {
        deploy("Spared", "TESTER", task("Accept", "guardedNarrow", "ACCEPTOR", "other-acceptors"));
        String task = started("Spared", model.nextNumber());
        assertThat(refused(task, "gother").reason()).contains("other-acceptors");
        model.narrow.needed = Set.of();
        engine.getTaskService().claim(task, "gother");
    }

    @Test
    void of_several_duties_each_bars_and_each_is_noted() {
        deploy("Several", "TESTER, ACCEPTOR", task("Accept", "guardedDecide", "AUDITOR", "auditor"));
        ReleaseNumber release = model.nextNumber();
        duties.performed(release, Duty.TESTER, new Actor("glone"));
        duties.performed(release, Duty.ACCEPTOR, new Actor("gspare"));
        String task = started("Several", release);
        assertThat(refused(task, "glone").reason()).contains("acted as tester");
        assertThat(refused(task, "gspare").reason()).contains("acted as acceptor");
        as("gother");
        engine.getTaskService().claim(task, "gother");
        engine.getFormService().submitTaskForm(task, Map.of("decision", "APPROVE"));
        assertThat(duties.performers(release, Duty.TESTER)).contains(new Actor("gother"));
        assertThat(duties.performers(release, Duty.ACCEPTOR)).contains(new Actor("gother"));
    }

    @Test
    void of_several_duties_each_may_strand() {
        deploy("Several", "AUTHORISER, IMPLEMENTER", task("Accept", "guardedDecide", "AUDITOR", "lone-auditors"));
        assertThat(refused(started("Several", model.nextNumber()), "glone").reason())
                .contains("lone-auditors");
        deploy("Several", "TESTER, IMPLEMENTER", task("Accept", "guardedDecide", "AUDITOR", "auditor"));
        assertThat(refused(started("Several", model.nextNumber()), "glone").reason())
                .contains("lone-acceptors");
    }
}
