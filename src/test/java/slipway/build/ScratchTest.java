package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_goes_with_all_it_holds_and_what_its_links_lead_to_stays() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept"), "kept");
        Path scratch = Files.createDirectories(folder.resolve("scratch/deep/er"))
                .resolve("../..")
                .normalize();
        Files.writeString(scratch.resolve("deep/file"), "x");
        Files.createSymbolicLink(scratch.resolve("link"), kept);
        Files.createSymbolicLink(scratch.resolve("folder"), folder);
        Path closed = Files.createDirectory(scratch.resolve("closed"));
        Files.writeString(closed.resolve("file"), "x");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));

        Scratch.wipe(scratch);

        assertThat(scratch).doesNotExist();
        assertThat(kept).hasContent("kept");
        Scratch.wipe(scratch);
    }

    @Test
    void what_is_closed_to_its_owner_is_opened_before_it_is_emptied() throws Exception {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        Path below = Files.createDirectory(scratch.resolve("below"));
        Path deep = Files.createDirectory(below.resolve("deep"));
        try (var held = PlainFiles.folder(scratch);
                var heldBelow = PlainFiles.folder(below);
                var heldDeep = PlainFiles.folder(deep)) {
            for (Path each : List.of(deep, below, scratch)) {
                Files.setPosixFilePermissions(each, Set.of());
            }

            Scratch.wipe(scratch);

            // What is held shows it after its end, and for somebody whom nothing is closed to.
            for (SecureDirectoryStream<Path> each : List.of(held, heldBelow, heldDeep)) {
                assertThat(each.getFileAttributeView(PosixFileAttributeView.class)
                                .readAttributes()
                                .permissions())
                        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Test
    void a_link_in_place_of_the_folder_goes_alone() throws Exception {
        Path kept =
                Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("file"), "kept");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("kept"));

        Scratch.wipe(link);

        assertThat(link).doesNotExist();
        assertThat(kept).hasContent("kept");
    }

    @Test
    void what_lies_deeper_than_any_path_reaches_goes_too() throws Exception {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        String name = "d".repeat(200);
        new ProcessBuilder(
                        "sh",
                        "-c",
                        "cd '" + scratch + "'; n=0; while [ $n -lt 60 ]; do" + " mkdir " + name + " && cd -P " + name
                                + " && echo x > file; n=$((n + 1)); done")
                .start()
                .waitFor();

        Scratch.wipe(scratch);

        assertThat(scratch).doesNotExist();
    }
}
