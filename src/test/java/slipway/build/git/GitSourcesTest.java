package slipway.build.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import slipway.build.SourceSettings;
import slipway.build.TreeSettings;
import slipway.build.git.GitRepositories.Commit;
import slipway.build.port.SourceRepository.Tag;
import slipway.build.port.SourceRepository.UnsafeSources;
import slipway.build.port.SourceRepository.UnusableRepository;
import slipway.build.port.SourceRepository.Writer;

class GitSourcesTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final GitSources sources = new GitSources(
            new SourceSettings(100, DataSize.ofMegabytes(1), 2), new TreeSettings(64, 1000, DataSize.ofMegabytes(1)));
    private String repository = "";

    @BeforeEach
    void make_a_repository() throws IOException {
        Path bare = folder.resolve("unit.git");
        GitRepositories.create(bare, List.of(commit("v1", "ann", FIRST, "one"), commit("v2", "bob", later(1), "two")));
        repository = bare.toString();
    }

    private static Commit commit(String tag, String author, Instant at, String text) {
        return new Commit(
                tag,
                "Make " + tag,
                author,
                author + "@bank.example",
                at,
                Map.of("a/run.sh", bytes("#!/bin/sh\n"), "text", bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Instant later(int days) {
        return FIRST.plusSeconds(days * 86_400L);
    }

    private String commitOf(String tag) throws IOException {
        return sources.tag(repository, tag).map(Tag::commit).orElseThrow();
    }

    @Test
    void tags_come_newest_first_with_their_exact_commits() throws IOException {
        assertThat(sources.tags(repository)).extracting(Tag::name).containsExactly("v2", "v1");
        assertThat(sources.tag(repository, "v3")).isEmpty();
        assertThat(git("rev-parse", "v2^{commit}")).isEqualTo(commitOf("v2"));
    }

    @Test
    void a_repository_is_named_by_folder_or_address() throws IOException {
        Path spaced = folder.resolve("our unit.git");
        Files.move(Path.of(repository), spaced);

        assertThat(sources.tags(spaced.toString())).hasSize(2);
        assertThat(sources.tags(spaced.toUri().toString())).hasSize(2);
    }

    @Test
    void git_itself_finds_the_repository_sound() throws IOException {
        assertThat(git("fsck", "--strict")).isEmpty();
        assertThat(git("log", "--format=%an %s", "main")).isEqualTo("bob Make v2\nann Make v1");
    }

    @Test
    void the_same_commits_have_the_same_ids_and_a_repository_is_made_once() throws IOException {
        Path other = folder.resolve("other.git");
        GitRepositories.create(other, List.of(commit("v1", "ann", FIRST, "one")));
        GitRepositories.create(other, List.of(commit("v9", "eve", FIRST, "evil")));

        assertThat(sources.tags(other.toString()))
                .extracting(Tag::name, Tag::commit)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("v1", commitOf("v1")));
    }

    @Test
    void an_author_is_told_once_with_how_many_commits_and_the_newest() throws IOException {
        GitRepositories.append(Path.of(repository), List.of(commit("v3", "ann", later(2), "three")));

        assertThat(sources.writers(repository, commitOf("v3"), Set.of()))
                .containsExactly(
                        new Writer("ann", "ann@bank.example", 2, commitOf("v3")),
                        new Writer("bob", "bob@bank.example", 1, commitOf("v2")));
    }

    @Test
    void more_authors_than_anybody_answers_for_are_refused_in_words() throws IOException {
        GitRepositories.append(Path.of(repository), List.of(commit("v3", "cid", later(2), "three")));

        assertThatThrownBy(() -> sources.writers(repository, commitOf("v3"), Set.of()))
                .isInstanceOf(UnsafeSources.class)
                .hasMessageStartingWith("more than 2 people wrote what no site of the release runs yet")
                .hasMessageEndingWith("have an administrator raise slipway.source.authors");
    }

    @Test
    void an_archive_is_exactly_the_commit_and_no_history() throws Exception {
        Path tar = folder.resolve("v1.tar");
        sources.archive(repository, commitOf("v1"), tar);

        assertThat(run("tar", "-tvf", tar.toString()).lines().map(line -> line.replaceAll(" .* ", " ")))
                .containsExactly("-rwxr-xr-x a/run.sh", "-rw-r--r-- text");
        assertThat(run("tar", "-xOf", tar.toString(), "text")).isEqualTo("one");
    }

    @Test
    void an_archive_of_a_commit_is_the_same_bytes_every_time() throws IOException {
        sources.archive(repository, commitOf("v2"), folder.resolve("one.tar"));
        sources.archive(repository, commitOf("v2"), folder.resolve("two.tar"));

        assertThat(folder.resolve("one.tar")).hasSameBinaryContentAs(folder.resolve("two.tar"));
    }

    @Test
    void authors_are_those_of_the_commits_that_are_new() throws IOException {
        Writer ann = new Writer("ann", "ann@bank.example", 1, commitOf("v1"));
        Writer bob = new Writer("bob", "bob@bank.example", 1, commitOf("v2"));

        assertThat(sources.writers(repository, commitOf("v2"), Set.of(commitOf("v1"))))
                .containsExactly(bob);
        assertThat(sources.writers(repository, commitOf("v2"), Set.of())).containsExactlyInAnyOrder(ann, bob);
        assertThat(sources.writers(repository, commitOf("v2"), Set.of(commitOf("v1"), commitOf("v2"))))
                .isEmpty();
        assertThat(sources.writers(repository, commitOf("v2"), Set.of("0".repeat(40))))
                .as("a commit of another repository excuses nobody")
                .containsExactlyInAnyOrder(ann, bob);
    }

    @Test
    void what_is_no_repository_here_is_said_in_words() {
        assertThatThrownBy(() -> sources.tags(folder.toString()))
                .isInstanceOf(UnusableRepository.class)
                .hasMessageContaining("is no Git repository");
        assertThatThrownBy(() -> sources.tags("https://git.example/unit.git"))
                .isInstanceOf(UnusableRepository.class)
                .hasMessageContaining("mirror it here");
    }

    private String git(String... arguments) throws IOException {
        List<String> line = new java.util.ArrayList<>(List.of("git", "-C", repository, "-c", "safe.directory=*"));
        line.addAll(List.of(arguments));
        return run(line.toArray(String[]::new));
    }

    private static String run(String... line) throws IOException {
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
