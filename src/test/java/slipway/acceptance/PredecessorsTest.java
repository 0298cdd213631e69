package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Values.CHECK;
import static slipway.acceptance.Values.OLD;
import static slipway.acceptance.Values.revision;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.shared.Content;
import slipway.shared.UnitRevision;

class PredecessorsTest {
    private static final UnitRevision OLDER = revision(CHECK, "0.9.0");
    private static final Content ABSENT = new Content.Absent();

    @Test
    void what_came_into_the_library_last_is_tried_first_and_nothing_last() {
        assertThat(Predecessors.newestFirst(
                        Set.of(ABSENT, new Content.Known(OLDER), new Content.Known(OLD)),
                        List.of(OLDER, revision(CHECK, "0.9.5"), OLD, revision(CHECK, "1.1.0"))))
                .containsExactly(new Content.Known(OLD), new Content.Known(OLDER), ABSENT);
    }

    @Test
    void what_the_library_does_not_know_is_not_forgotten() {
        assertThat(Predecessors.newestFirst(
                        Set.of(ABSENT, new Content.Known(OLD), new Content.Known(OLDER)), List.of()))
                .containsExactly(new Content.Known(OLDER), new Content.Known(OLD), ABSENT);
        assertThat(Predecessors.newestFirst(Set.of(new Content.Known(OLD), new Content.Known(OLDER)), List.of(OLD)))
                .containsExactly(new Content.Known(OLD), new Content.Known(OLDER));
    }

    @Test
    void the_first_release_of_a_unit_follows_nothing() {
        assertThat(Predecessors.newestFirst(Set.of(ABSENT), List.of(OLD))).containsExactly(ABSENT);
    }
}
