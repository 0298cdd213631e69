package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.engine.guard.GuardedModel.ADMINISTRATOR;
import static slipway.engine.guard.GuardedModel.CANDIDATE;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Comment;
import org.junit.jupiter.api.Test;
import slipway.shared.Refusal;

/** What people type outside of forms, through the commands that the guard lets pass. */
class FreeTextTest extends AtTheGuard {
    private static final String TURNED = "fine\u202Eenif";

    private static String at(Refusal refusal) {
        return refusal.rule() + "@" + refusal.field();
    }

    @Test
    void a_comment_enters_uniform_or_not_at_all() {
        Standing release = model.release().heldBy(CANDIDATE);
        as(CANDIDATE);
        engine.getTaskService().createComment(release.decide(), null, "Zu\u0308rich\r\nwaits \n");
        assertThat(engine.getTaskService().getTaskComments(release.decide()))
                .extracting(Comment::getFullMessage)
                .containsExactly("Zürich\nwaits");
        for (String hostile : List.of(TURNED, "a\u0000b", "a\uD800b", "\u200B")) {
            assertThat(at(refusal(() -> engine.getTaskService().createComment(release.decide(), null, hostile))))
                    .isEqualTo("plain-text@message");
        }
        assertThat(at(refusal(() -> engine.getTaskService().createComment(release.decide(), null, "x".repeat(5001)))))
                .isEqualTo("wrong-length@message");
        assertThat(engine.getTaskService().getTaskComments(release.decide())).hasSize(1);
    }

    @Test
    void a_comment_stands_at_its_task_and_never_in_the_record_of_another_release() {
        Standing release = model.release().heldBy(CANDIDATE);
        Standing other = model.release();
        as(CANDIDATE);
        var tasks = engine.getTaskService();
        assertThat(refusal(() -> tasks.createComment(release.decide(), other.instance(), "Mine"))
                        .rule())
                .isEqualTo("comment-elsewhere");
        tasks.createComment(release.decide(), release.instance(), "Here");
        assertThat(tasks.getProcessInstanceComments(other.instance())).isEmpty();
        assertThat(tasks.getTaskComments(release.decide())).hasSize(1);
    }

    @Test
    void a_refusal_of_text_with_a_null_is_on_record() {
        Standing release = model.release().heldBy(CANDIDATE);
        as(CANDIDATE);
        Map<String, Object> entered = Map.of("decision", "\u0000\uD800", "x\u0000", "y");
        refusal(() -> engine.getFormService().submitTaskForm(release.decide(), entered));
        assertThat(jdbc.sql("select field from slipway.refusal where release = :release")
                        .param("release", release.number().value())
                        .query(String.class)
                        .list())
                .containsExactly("xU+0000");
    }

    @Test
    void a_filter_is_named_and_described_in_plain_text() {
        as(ADMINISTRATOR);
        var filters = engine.getFilterService();
        Filter filter = filters.newTaskFilter(TURNED).setOwner(ADMINISTRATOR);
        assertThat(at(refusal(() -> filters.saveFilter(filter)))).isEqualTo("plain-text@name");
        filter.setName("Mine ");
        filter.setProperties(Map.of("variables", List.of(Map.of("name", "release", "label", TURNED))));
        assertThat(at(refusal(() -> filters.saveFilter(filter)))).isEqualTo("plain-text@properties");
        filter.setProperties(Map.of("description", "What waits\nfor me"));
        String id = filters.saveFilter(filter).getId();
        assertThat(filters.getFilter(id).getName()).isEqualTo("Mine");
        filters.deleteFilter(id);
    }

    @Test
    void people_and_groups_have_plain_names() {
        as(ADMINISTRATOR);
        var identities = engine.getIdentityService();
        User user = identities.newUser("gplain");
        user.setFirstName("Anna");
        user.setLastName(TURNED);
        assertThat(at(refusal(() -> identities.saveUser(user)))).isEqualTo("plain-text@lastName");
        user.setLastName("Gu\u0308nther");
        identities.saveUser(user);
        assertThat(identities.createUserQuery().userId("gplain").singleResult().getLastName())
                .isEqualTo("Günther");
        identities.deleteUser("gplain");
        Group group = identities.newGroup("gplain");
        group.setName("two\nlines");
        assertThat(at(refusal(() -> identities.saveGroup(group)))).isEqualTo("plain-text@name");
        assertThat(at(refusal(() -> identities.setUserInfo("gplain", "note", TURNED))))
                .isEqualTo("plain-text@value");
    }

    @Test
    void notes_of_administrators_are_plain_text() {
        as(ADMINISTRATOR);
        assertThat(at(refusal(() -> engine.getRuntimeService().setAnnotationForIncidentById("none", TURNED))))
                .isEqualTo("plain-text@annotation");
        assertThat(at(refusal(() -> engine.getHistoryService().setAnnotationForOperationLogById("none", TURNED))))
                .isEqualTo("plain-text@annotation");
    }
}
