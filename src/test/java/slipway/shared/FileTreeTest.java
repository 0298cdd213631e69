package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    private static final FileTree.Most MUCH = new FileTree.Most(100, 1_000_000);

    @TempDir
    Path folder;

    @Test
    void every_plain_file_is_hashed_and_everything_else_is_named() throws IOException {
        file("run.sh", "echo");
        assertThat(folder.resolve("run.sh").toFile().setExecutable(true)).isTrue();
        file("doc/read me", "Read");
        file("a\\b", "back");
        file("z\u0007", "bell");
        file("left\u202eright", "turned");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd"));

        FileTree tree = FileTree.of(folder, MUCH);

        assertThat(tree.files())
                .containsExactly(
                        new Manifest.Entry("doc/read me", Digest.of("Read"), 4, false),
                        new Manifest.Entry("run.sh", Digest.of("echo"), 4, true));
        assertThat(tree.oddities()).containsExactly("a\\b", "leftU+202Eright", "link", "zU+0007");
    }

    @Test
    void it_matches_a_manifest_of_exactly_these_files_only() throws IOException {
        file("a", "a");
        file("b", "b");
        assertThat(FileTree.matches(folder, new Manifest(List.of(entry("b"), entry("a")))))
                .isTrue();
        assertThat(FileTree.matches(folder, new Manifest(List.of(entry("a"), entry("c")))))
                .isFalse();
        assertThat(FileTree.matches(folder, new Manifest(List.of(entry("a"))))).isFalse();
        assertThat(FileTree.matches(folder, new Manifest(List.of(entry("a"), entry("b"), entry("c")))))
                .isFalse();
        Files.createSymbolicLink(folder.resolve("c"), Path.of("a"));
        assertThat(FileTree.of(folder, MUCH).oddities()).containsExactly("c");
        assertThat(FileTree.matches(folder, new Manifest(List.of(entry("a"), entry("b"), entry("c")))))
                .isFalse();
    }

    @Test
    void one_file_below_many_folders_is_no_more_than_its_manifest_says() throws IOException {
        file("a/b/c/d/e", "e");
        Manifest deep = new Manifest(List.of(new Manifest.Entry("a/b/c/d/e", Digest.of("e"), 1, false)));
        assertThat(FileTree.matches(folder, deep)).isTrue();
        for (int more = 0; more < 1_000; more++) {
            Files.createDirectories(folder.resolve("a/" + more));
        }
        assertThat(FileTree.matches(folder, deep))
                .as("an empty folder is no content")
                .isTrue();
        Files.createDirectories(folder.resolve("a/b/c/x"));
        assertThat(FileTree.matches(folder, deep))
                .as("more than a thousand are too many to walk")
                .isFalse();
    }

    @Test
    void where_more_may_lie_than_a_manifest_names_it_is_as_much_more_as_is_said() {
        Manifest two = new Manifest(List.of(entry("a/x"), entry("b/x")));
        assertThat(FileTree.Most.of(two)).isEqualTo(new FileTree.Most(2, 1_002, 2));
        assertThat(FileTree.Most.beyond(two, 5, 70)).isEqualTo(new FileTree.Most(7, 1_002, 72));
    }

    @Test
    void what_is_no_plain_file_counts_as_a_file() throws IOException {
        Files.createSymbolicLink(folder.resolve("a"), Path.of("x"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("x"));
        assertThat(FileTree.of(folder, new FileTree.Most(2, 0)).oddities()).hasSize(2);
        assertThatThrownBy(() -> FileTree.of(folder, new FileTree.Most(1, 0))).isInstanceOf(FileTree.TooMuch.class);
    }

    @Test
    void what_holds_more_than_is_looked_at_is_not_read_to_its_end() throws IOException {
        file("a", "a");
        file("b", "12345");
        assertThat(FileTree.of(folder, new FileTree.Most(2, 6)).files()).hasSize(2);
        assertThatThrownBy(() -> FileTree.of(folder, new FileTree.Most(1, 6)))
                .isInstanceOf(FileTree.TooMuch.class)
                .hasMessageContaining("is one file more than the 1 that are looked at");
        assertThatThrownBy(() -> FileTree.of(folder, new FileTree.Most(2, 5)))
                .isInstanceOf(FileTree.TooMuch.class)
                .hasMessageContaining("more than the 5 that are looked at");
        Files.createDirectories(folder.resolve("d/e"));
        assertThat(FileTree.of(folder, new FileTree.Most(2, 6)).files()).hasSize(2);
        Files.createDirectories(folder.resolve("d/f/g"));
        assertThatThrownBy(() -> FileTree.of(folder, new FileTree.Most(2, 6)))
                .isInstanceOf(FileTree.TooMuch.class)
                .hasMessageContaining("is one folder more than the 2 that are looked at");
        try (var sparse = new RandomAccessFile(folder.resolve("c").toFile(), "rw")) {
            sparse.setLength(1L << 43);
        }
        assertThatThrownBy(() -> FileTree.of(folder, MUCH)).isInstanceOf(FileTree.TooMuch.class);
    }

    @Test
    void what_grows_while_it_is_read_is_read_a_byte_further_only() throws IOException {
        try (InputStream endless = Files.newInputStream(Path.of("/dev/zero"))) {
            assertThat(Bounded.of(endless, 3).readAllBytes()).containsExactly(0, 0, 0, 0);
        }
    }

    @Test
    void an_interrupted_thread_looks_at_nothing_more_be_it_a_file_a_folder_or_a_link() throws IOException {
        file("a", "x");
        stops(() -> FileTree.of(folder, MUCH));
        FileTreeWalk walk = new FileTreeWalk(folder, MUCH);
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a"));
        stops(() -> walk.preVisitDirectory(folder, attributes(folder)));
        stops(() -> walk.visitFile(link, attributes(link)));
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static void stops(ThrowingCallable looking) {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(looking).isInstanceOf(ClosedByInterruptException.class);
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
