package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        // Folders of a name that wiping itself gives, too.
        String name = ".wiped-0" + "d".repeat(190);
        new ProcessBuilder(
                        "sh",
                        "-c",
                        "cd '" + scratch + "'; mkdir .wiped-0 .wiped-1; n=0; while [ $n -lt 60 ]; do" + " mkdir " + name
                                + " && cd -P " + name + " && echo x > file; n=$((n + 1)); done")
                .start()
                .waitFor();

        Scratch.wipe(scratch);

        assertThat(scratch).doesNotExist();
    }
}
