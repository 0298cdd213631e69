package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    Path folder;

    @Test
    void every_plain_file_is_hashed_and_everything_else_is_named() throws IOException {
        file("run.sh", "echo");
        assertThat(folder.resolve("run.sh").toFile().setExecutable(true)).isTrue();
        file("doc/read me", "Read");
        file("a\\b", "back");
        file("z\u0007", "bell");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd"));

        FileTree tree = FileTree.of(folder);

        assertThat(tree.files())
                .containsExactly(
                        new Manifest.Entry("doc/read me", Digest.of("Read"), 4, false),
                        new Manifest.Entry("run.sh", Digest.of("echo"), 4, true));
        assertThat(tree.oddities()).containsExactly("a\\b", "link", "z?");
    }

    @Test
    void it_matches_a_manifest_of_exactly_these_files_only() {
        List<Manifest.Entry> files = List.of(entry("b"), entry("a"));
        Manifest manifest = new Manifest(files);

        assertThat(new FileTree(files, List.of()).matches(manifest)).isTrue();
        assertThat(new FileTree(files, List.of("link")).matches(manifest)).isFalse();
        assertThat(new FileTree(files.subList(1, 2), List.of()).matches(manifest))
                .isFalse();
    }

    @Test
    void an_interrupted_thread_stops_reading() throws IOException {
        file("a", "x");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> FileTree.of(folder)).isInstanceOf(ClosedByInterruptException.class);
        } finally {
            assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
        }
    }

    @Test
    void a_folder_of_the_data_is_made_when_it_is_missing() throws IOException {
        DataFolder data = new DataFolder(folder.resolve("x/../data"));

        assertThat(data.root()).isEqualTo(folder.resolve("data"));
        assertThat(data.sub("secrets"))
                .isEqualTo(folder.resolve("data/secrets"))
                .isDirectory();
        assertThat(data.sub("secrets")).isDirectory();
    }

    private void file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static Manifest.Entry entry(String path) {
        return new Manifest.Entry(path, Digest.of(path), 1, false);
    }
}
