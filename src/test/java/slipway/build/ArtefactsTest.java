package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.shared.Manifest;

class ArtefactsTest {
    @TempDir
    Path workspace;

    private Manifest collected() throws Exception {
        return new Artefacts(workspace, "dist").manifest();
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

        assertThatThrownBy(() -> new Artefacts(workspace, "out/dist").manifest())
                .isInstanceOf(UnfitSources.class)
                .hasMessage("the output 'out/dist' lies behind a symbolic link");
        Files.createDirectories(workspace.resolve("deep/dist"));
        Files.writeString(workspace.resolve("deep/dist/file"), "ours");
        assertThat(new Artefacts(workspace, "deep/dist").manifest().entries()).hasSize(1);
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
        fails("is not a plain relative path");
    }

    private void fails(String cause) {
        assertThatThrownBy(this::collected).isInstanceOf(UnfitSources.class).hasMessageContaining(cause);
    }
}
