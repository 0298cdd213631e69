package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.build.Builds.Cause;
import slipway.shared.Refusal;

class RepairRulesTest {
    private static Optional<String> rule(String tag, String commit, Cause cause) {
        return RepairRules.unfit("v1", "c1", tag, commit, cause).map(Refusal::rule);
    }

    @Test
    void another_tag_repairs_whatever_was_wrong() {
        for (Cause cause : Cause.values()) {
            assertThat(rule("v2", "c2", cause)).isEmpty();
            assertThat(rule("v2", "c1", cause)).isEmpty();
        }
    }

    @Test
    void the_same_tag_repairs_the_surroundings_only() {
        assertThat(rule("v1", "c1", Cause.INFRASTRUCTURE)).isEmpty();
        assertThat(rule("v1", "c1", Cause.PRODUCT)).contains("same-tag");
        assertThat(rule("v1", "c2", Cause.RECIPE)).contains("same-tag");
        assertThat(RepairRules.unfit("v1", "c1", "v1", "c1", Cause.RECIPE)
                        .orElseThrow()
                        .reason())
                .contains("a mended recipe", "'v1'");
    }

    @Test
    void the_same_tag_at_another_commit_is_another_source() {
        assertThat(rule("v1", "c2", Cause.INFRASTRUCTURE)).contains("tag-moved");
    }
}
