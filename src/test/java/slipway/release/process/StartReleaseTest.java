package slipway.release.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.ReleaseStory;
import slipway.shared.ReleaseNumber;

class StartReleaseTest extends ReleaseStory {
    @Test
    void a_request_opens_a_draft_in_the_name_of_who_asks() {
        assertThat(start("Faster", "Customers wait")).isInstanceOfSatisfying(UserTask.Recorded.class, done -> {
            ReleaseNumber release =
                    new ReleaseNumber(String.valueOf(done.routing().get("release")));
            assertThat(releases.get(release).requester()).isEqualTo(MARA);
            assertThat(releases.get(release).purpose()).isEqualTo("Customers wait");
        });
    }

    @Test
    void what_is_too_long_is_refused_at_its_field() {
        assertThat(start("t".repeat(120), "p".repeat(2_000))).isInstanceOf(UserTask.Recorded.class);
        refuses(start("t".repeat(121), "p"), "title-length", "title");
        refuses(start("t", "p".repeat(2_001)), "purpose-length", "purpose");
    }

    private UserTask.Completion start(String title, String purpose) {
        return new StartRelease(releases)
                .complete(
                        new TaskContext(null, "", "Event_ReleaseRequested", Map.of()),
                        new Submission(MARA, Map.of("title", title, "purpose", purpose)));
    }

    private static void refuses(UserTask.Completion completion, String rule, String field) {
        assertThat(completion).isInstanceOfSatisfying(UserTask.Refused.class, no -> {
            assertThat(no.refusal().rule()).isEqualTo(rule);
            assertThat(no.refusal().field()).isEqualTo(field);
        });
    }
}
