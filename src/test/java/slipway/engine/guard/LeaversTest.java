package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.engine.guard.GuardedModel.CANDIDATE;
import static slipway.engine.guard.GuardedModel.OUTSIDER;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.engine.SystemScope;
import slipway.event.EventReaders;

/** Who leaves leaves nothing behind that others cannot take up, and who comes finds what waits. */
class LeaversTest extends AtTheGuard {
    @Autowired
    private EventReaders readers;

    @Autowired
    private RenewedOffers offers;

    @BeforeEach
    void a_task_for_somebody_outside_the_group() {
        model.narrow.candidates = Set.of(OUTSIDER);
        model.narrow.taken.clear();
    }

    @AfterEach
    void as_before() {
        model.narrow.candidates = Set.of(CANDIDATE);
        belongs(CANDIDATE, "change-manager", true);
        belongs(OUTSIDER, "test-manager", true);
        belongs(OUTSIDER, "change-manager", false);
        belongs(OUTSIDER, "cab", false);
    }

    @Test
    void who_was_asked_by_name_and_is_not_any_more_answers_for_nothing() {
        Standing release = model.release();
        String task = release.task("Task_Narrow").getId();
        as(OUTSIDER);
        engine.getTaskService().claim(task, OUTSIDER);

        model.narrow.candidates = null;

        assertThat(refusal(() -> engine.getFormService().submitTaskForm(task, Map.of("decision", "APPROVE")))
                        .rule())
                .isEqualTo("not-a-candidate");
        assertThat(model.narrow.taken).isEmpty();
    }

    @Test
    void what_was_offered_by_name_is_offered_to_the_models_groups_when_that_one_leaves() {
        Standing release = model.release();
        String task = release.task("Task_Narrow").getId();
        as(OUTSIDER);
        engine.getTaskService().claim(task, OUTSIDER);
        model.narrow.candidates = null;

        leaves(OUTSIDER, "test-manager");

        assertThat(links(task)).containsExactly("null/change-manager");
        as(CANDIDATE);
        engine.getTaskService().claim(task, CANDIDATE);
        engine.getFormService().submitTaskForm(task, Map.of("decision", "APPROVE"));
        assertThat(model.narrow.taken).hasSize(1);
    }

    @Test
    void what_somebody_held_who_left_is_free_for_the_others_of_the_role() {
        Standing release = model.release();
        as(CANDIDATE);
        engine.getTaskService().claim(release.decide(), CANDIDATE);

        leaves(CANDIDATE, "change-manager");

        assertThat(release.task("Task_Decide").getAssignee()).isNull();
        assertThat(links(release.decide())).containsExactly("null/change-manager");
    }

    @Test
    void who_leaves_another_group_keeps_what_they_hold() {
        Standing release = model.release();
        belongs(CANDIDATE, "test-manager", true);
        as(CANDIDATE);
        engine.getTaskService().claim(release.decide(), CANDIDATE);

        leaves(CANDIDATE, "test-manager");

        assertThat(release.task("Task_Decide").getAssignee()).isEqualTo(CANDIDATE);
    }

    @Test
    void who_joins_a_group_finds_what_waits_for_it_by_name_and_what_waits_for_others_stays() {
        model.narrow.candidates = Set.of(CANDIDATE);
        Standing release = model.release();
        String task = release.task("Task_Narrow").getId();
        model.narrow.candidates = Set.of(CANDIDATE, OUTSIDER);

        belongs(OUTSIDER, "cab", true);
        readers.advance(offers);
        assertThat(links(task)).containsExactly(CANDIDATE + "/null");

        belongs(OUTSIDER, "change-manager", true);
        readers.advance(offers);
        assertThat(links(task)).containsExactlyInAnyOrder(CANDIDATE + "/null", OUTSIDER + "/null");
        assertThat(links(release.decide())).containsExactly("null/change-manager");
        as(OUTSIDER);
        engine.getTaskService().claim(task, OUTSIDER);
    }

    private void leaves(String person, String group) {
        belongs(person, group, false);
        readers.advance(offers);
    }

    private void belongs(String person, String group, boolean wanted) {
        engine.getIdentityService().clearAuthentication();
        SystemScope.run(() -> {
            var identities = engine.getIdentityService();
            boolean is = model.groupsOf(person).contains(group);
            if (wanted && !is) {
                identities.createMembership(person, group);
            } else if (!wanted && is) {
                identities.deleteMembership(person, group);
            }
        });
    }

    private List<String> links(String task) {
        return SystemScope.call(() -> engine.getTaskService().getIdentityLinksForTask(task)).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(link -> link.getUserId() + "/" + link.getGroupId())
                .toList();
    }
}
