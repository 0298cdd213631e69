package slipway.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeTest {
    @TempDir
    Path folder;

    @Test
    void the_next_boot_of_a_node_knows_the_one_before() throws IOException {
        String before;
        try (Node first = Node.of(folder)) {
            before = first.worker();
        }
        try (Node second = Node.of(folder)) {
            assertThat(second.wasMe(before)).isTrue();
            assertThat(second.wasMe(second.worker())).isFalse();
        }
    }

    @Test
    void a_node_that_still_runs_is_nobodys_past() throws IOException {
        try (Node first = Node.of(folder);
                Node second = Node.of(folder)) {
            assertThat(second.wasMe(first.worker())).isFalse();
        }
    }
}
