package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import slipway.shared.Manifest;

class ArtefactsTest {
    private static final TreeLimits MOST = new OutputSettings(10, DataSize.ofKilobytes(3)).within(TreeRulesTest.SHAPE);

    @TempDir
    Path workspace;

    private Manifest collected() throws Exception {
        return new Artefacts(workspace, "dist", MOST).manifest();
    }

    private Path dist() throws Exception {
        return Files.createDirectories(workspace.resolve("dist"));
    }

    @Test
    void every_file_is_named_and_a_link_inside_counts_as_its_file() throws Exception {
        Files.createDirectories(dist().resolve("bin"));
        Files.writeString(dist().resolve("bin/run"), "run");
        Files.createSymbolicLink(dist().resolve("again"), Path.of("bin/run"));

        assertThat(collected().entries()).extracting(Manifest.Entry::path).containsExactly("again", "bin/run");
    }

    @Test
    void no_output_or_an_empty_one_is_a_failure_with_a_cause() throws Exception {
        fails("left no folder 'dist'");
        dist();
        fails("left nothing in 'dist'");
    }

    @Test
    void a_link_that_leaves_the_output_is_refused() throws Exception {
        Files.createSymbolicLink(dist().resolve("passwd"), Path.of("/etc/passwd"));
        fails("'passwd' is a symbolic link that leaves 'dist'");
    }

    @Test
    void an_output_that_is_a_link_itself_is_refused() throws Exception {
        Files.createSymbolicLink(workspace.resolve("dist"), Path.of("/etc"));
        fails("left no folder 'dist'");
    }

    @Test
    void an_output_behind_a_link_is_refused(@TempDir Path elsewhere) throws Exception {
        Files.writeString(Files.createDirectory(elsewhere.resolve("dist")).resolve("secret"), "of this machine");
        Files.createSymbolicLink(workspace.resolve("out"), elsewhere);

        assertThatThrownBy(() -> new Artefacts(workspace, "out/dist", MOST).manifest())
                .isInstanceOf(UnfitSources.class)
                .hasMessage("the output 'out/dist' lies behind a symbolic link");
        Files.createDirectories(workspace.resolve("deep/dist"));
        Files.writeString(workspace.resolve("deep/dist/file"), "ours");
        assertThat(new Artefacts(workspace, "deep/dist", MOST).manifest().entries())
                .hasSize(1);
    }

    @Test
    void links_to_nowhere_in_circles_and_to_folders_are_refused() throws Exception {
        Path link = dist().resolve("link");
        Files.createSymbolicLink(link, Path.of("nowhere"));
        fails("leads nowhere");
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("link"));
        fails("cannot be followed");
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("."));
        fails("or a link to a folder");
    }

    @Test
    void a_special_file_is_refused() throws Exception {
        new ProcessBuilder("mkfifo", dist().resolve("pipe").toString()).start().waitFor();
        fails("'pipe' is neither a file nor a folder");
    }

    @Test
    void a_name_that_no_manifest_can_hold_is_refused() throws Exception {
        Files.writeString(dist().resolve("two\nlines"), "");
        fails("'twoU+000Alines' has a name that holds a line break");
    }

    @Test
    void many_links_to_one_large_file_count_as_often_as_sites_would_get_it() throws Exception {
        Files.write(dist().resolve("large"), new byte[1024]);
        for (int link = 0; link < 2; link++) {
            Files.createSymbolicLink(dist().resolve("link" + link), Path.of("large"));
        }
        assertThat(collected().bytes()).isEqualTo(3 * 1024);
        Files.createSymbolicLink(dist().resolve("once-more"), Path.of("large"));
        fails("brings all files together to more than 3 kB; have the build leave some out, or raise"
                + " slipway.output.size");
    }

    @Test
    void more_files_and_folders_than_may_be_are_refused() throws Exception {
        for (int number = 0; number < 10; number++) {
            Files.createDirectory(dist().resolve("folder" + number));
        }
        fails("left nothing in 'dist'");
        Files.writeString(dist().resolve("file"), "");
        fails("is more than the 10 files and folders that may be; have the build leave some out, or raise"
                + " slipway.output.files");
    }

    @Test
    void twins_and_names_of_git_are_refused() throws Exception {
        Files.writeString(dist().resolve("run"), "1");
        Files.writeString(dist().resolve("RUN"), "2");
        fails("has a twin, whose name differs in letter case or Unicode form only");
        Files.delete(dist().resolve("RUN"));
        Files.writeString(Files.createDirectory(dist().resolve(".git")).resolve("config"), "");
        fails("'.git' has a name that Git or some machine takes for Git's own folder");
    }

    @Test
    void folders_deeper_than_any_path_reaches_are_a_failure_in_words() throws Exception {
        dist();
        new ProcessBuilder(
                        "sh",
                        "-c",
                        "cd '" + workspace + "/dist'; n=0; while [ $n -lt 60 ]; do mkdir " + "d".repeat(200)
                                + " && cd -P " + "d".repeat(200) + "; n=$((n + 1)); done")
                .inheritIO()
                .start()
                .waitFor();
        fails("has a path of more than 500 bytes");
        Scratch.wipe(workspace.resolve("dist"));
        assertThat(workspace.resolve("dist")).doesNotExist();
    }

    @Test
    void what_is_stored_later_is_looked_at_again() throws Exception {
        Files.writeString(dist().resolve("run"), "run");
        Artefacts left = new Artefacts(workspace, "dist", MOST);
        assertThat(left.file("run")).hasContent("run");
        Files.delete(dist().resolve("run"));
        Files.createSymbolicLink(dist().resolve("run"), Path.of("/etc/passwd"));

        assertThatThrownBy(() -> left.file("run"))
                .isInstanceOf(UnfitSources.class)
                .hasMessageContaining("is a symbolic link that leaves 'dist'");
    }

    private void fails(String cause) {
        assertThatThrownBy(this::collected).isInstanceOf(UnfitSources.class).hasMessageContaining(cause);
    }
}
