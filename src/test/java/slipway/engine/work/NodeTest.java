package slipway.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

    @Test
    void another_node_is_nobodys_past() throws IOException {
        try (Node node = Node.of(folder)) {
            assertThat(node.worker()).startsWith("slipway/");
            assertThat(node.wasMe("slipway/another/" + node.worker())).isFalse();
        }
    }

    @Test
    void a_name_that_was_lost_is_made_again() throws IOException {
        Files.writeString(folder.resolve("node"), " \n");
        try (Node node = Node.of(folder)) {
            assertThat(Files.readString(folder.resolve("node"))).isNotBlank();
            assertThat(node.worker()).startsWith("slipway/" + Files.readString(folder.resolve("node")) + "/");
        }
    }

    @Test
    void a_node_that_ended_leaves_its_folder_to_the_next() throws IOException {
        Node.of(folder).close();
        try (Node next = Node.of(folder)) {
            assertThat(next.worker()).contains(Files.readString(folder.resolve("node")));
        }
    }
}
