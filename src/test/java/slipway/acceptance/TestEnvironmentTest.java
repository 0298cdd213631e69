package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Values.CHECK;
import static slipway.acceptance.Values.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.shared.Digest;
import slipway.shared.Manifest;

class TestEnvironmentTest {
    @TempDir
    Path root;

    private TestEnvironment environment;
    private Manifest manifest;

    @BeforeEach
    void an_installation() throws IOException {
        environment = new TestEnvironment(root, id(CHECK));
        environment.clear();
        Path installation = Files.createDirectory(environment.installation("new"));
        Files.writeString(installation.resolve("data"), "data");
        Files.writeString(installation.resolve("run"), "run");
        permissions(installation.resolve("run"), "rwxr-xr-x");
        manifest = new Manifest(List.of(
                new Manifest.Entry("data", Digest.of("data"), 4, false),
                new Manifest.Entry("run", Digest.of("run"), 3, true)));
        environment.activate("new");
    }

    @Test
    void it_is_laid_out_like_a_site_for_each_part() throws IOException {
        assertThat(environment.name()).isEqualTo("REL-2026-0001");
        assertThat(environment.current()).isEqualTo(root.resolve("REL-2026-0001/iban-check/current"));
        assertThat(Files.readSymbolicLink(environment.current())).isEqualTo(Path.of("releases", "new"));
        assertThat(environment.difference(manifest)).isEmpty();
        assertThat(environment.presence()).contains("something is still installed");
    }

    @Test
    void it_is_switched_to_another_revision_and_to_nothing() throws IOException {
        Files.createDirectory(environment.installation("old"));
        environment.activate("old");
        assertThat(environment.difference(manifest)).contains("'data' is missing");

        environment.deactivate();
        assertThat(environment.presence()).isEmpty();
        assertThat(environment.difference(manifest)).contains("nothing is installed");
        environment.deactivate();
        environment.activate("new");
        assertThat(environment.difference(manifest)).isEmpty();
    }

    @Test
    void a_thousand_files_more_are_looked_at_and_the_next_one_is_what_is_wrong() throws IOException {
        for (int file = 1; file <= 1_001; file++) {
            Files.createFile(environment.installation("new").resolve("more-" + file));
        }

        assertThat(environment.difference(manifest))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("is one file more than the 1002"));
        Files.delete(environment.installation("new").resolve("more-1"));
        assertThat(environment.difference(manifest)).contains("'more-10' does not belong there");
    }

    @Test
    void an_installation_is_removed_with_all_that_lies_in_it() throws IOException {
        environment.remove("releases");

        assertThat(environment.installation("new")).doesNotExist();
        assertThat(environment.current()).isSymbolicLink();
    }

    @Test
    void a_link_that_leads_nowhere_is_something_still() throws IOException {
        environment.activate("gone");

        assertThat(environment.difference(manifest)).contains("nothing is installed");
        assertThat(environment.presence()).isPresent();
    }

    @Test
    void every_difference_is_seen() throws IOException {
        Path installation = environment.installation("new");

        Files.writeString(installation.resolve("data"), "dada");
        assertThat(environment.difference(manifest)).contains("'data' is altered");
        Files.delete(installation.resolve("data"));
        assertThat(environment.difference(manifest)).contains("'data' is missing");
        Files.writeString(installation.resolve("data"), "data");
        permissions(installation.resolve("run"), "rw-r--r--");
        assertThat(environment.difference(manifest)).contains("'run' has other permissions");
        permissions(installation.resolve("run"), "rwxr-xr-x");
        Files.writeString(installation.resolve("more"), "more");
        assertThat(environment.difference(manifest)).contains("'more' does not belong there");
        Files.delete(installation.resolve("more"));
        Files.createSymbolicLink(installation.resolve("away"), Path.of("/etc"));
        assertThat(environment.difference(manifest)).contains("'away' does not belong there");
    }

    @Test
    void there_is_room_for_a_revision_whatever_lay_there() throws IOException {
        assertThat(environment.room("new"))
                .isEqualTo(environment.installation("new"))
                .doesNotExist();
        assertThat(environment.room("other")).doesNotExist();
    }

    @Test
    void what_was_left_there_before_is_gone() throws IOException {
        Files.createDirectories(environment.file("work"));
        Files.writeString(environment.file("work").resolve("left"), "left");

        assertThat(environment.emptied("work")).isEmptyDirectory();
        environment.clear();
        assertThat(environment.file("work")).doesNotExist();
        assertThat(environment.installation("new")).doesNotExist();
        assertThat(environment.file("releases")).isEmptyDirectory();
    }

    private static void permissions(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
