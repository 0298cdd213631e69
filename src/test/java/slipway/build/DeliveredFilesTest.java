package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import slipway.shared.Digest;
import slipway.shared.Manifest;

class DeliveredFilesTest {
    @TempDir
    Path delivery;

    private Manifest manifest(int files, long bytes) throws IOException, UnfitDelivery {
        return in(delivery, files, bytes).manifest();
    }

    private static DeliveredFiles in(Path folder, int files, long bytes) {
        return new DeliveredFiles(
                folder, new DeliverySettings(files, DataSize.ofBytes(bytes)).within(TreeRulesTest.SHAPE));
    }

    private void refused(String words) {
        assertThatThrownBy(() -> manifest(100, 1000))
                .isInstanceOf(UnfitDelivery.class)
                .hasMessageContaining(words);
    }

    @Test
    void every_file_but_the_papers_is_named_with_its_right_to_run() throws Exception {
        Files.createDirectories(delivery.resolve("bin"));
        Files.writeString(delivery.resolve("bin/tool"), "run");
        Files.setPosixFilePermissions(delivery.resolve("bin/tool"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(delivery.resolve("README"), "read");
        Files.setPosixFilePermissions(delivery.resolve("README"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(delivery.resolve(Checksums.FILE), "sums");
        Files.writeString(delivery.resolve(Checksums.SIGNATURE), "signature");
        Files.writeString(delivery.resolve("bin/SHA256SUMS"), "of the vendor's own");

        assertThat(manifest(4, 1000).entries())
                .containsExactly(
                        new Manifest.Entry("README", Digest.of("read"), 4, false),
                        new Manifest.Entry("bin/SHA256SUMS", Digest.of("of the vendor's own"), 19, false),
                        new Manifest.Entry("bin/tool", Digest.of("run"), 3, true));
    }

    @Test
    void nothing_delivered_is_said_in_words() throws Exception {
        refused("the delivery holds no file");
        Files.writeString(delivery.resolve(Checksums.FILE), "sums");
        Files.createDirectories(delivery.resolve("empty"));
        refused("the delivery holds no file");
        assertThatThrownBy(() -> in(delivery.resolve("nowhere"), 1, 1).manifest())
                .hasMessageContaining("is no folder");
    }

    @Test
    void links_and_special_files_are_refused_wherever_they_lead() throws Exception {
        Files.writeString(delivery.resolve("file"), "x");
        Files.createSymbolicLink(delivery.resolve("link"), Path.of("file"));
        refused("'link' is a link or a special file");
        Files.delete(delivery.resolve("link"));
        Files.createSymbolicLink(delivery.resolve("folder"), Path.of("/etc"));
        refused("'folder' is a link or a special file");
        Files.delete(delivery.resolve("folder"));
        new ProcessBuilder("mkfifo", delivery.resolve("pipe").toString())
                .start()
                .waitFor();
        refused("'pipe' is a link or a special file");
    }

    @Test
    void a_name_that_no_manifest_can_hold_is_refused() throws Exception {
        Files.writeString(delivery.resolve("two\nlines"), "");
        refused("'twoU+000Alines' has a name that holds a line break");
    }

    @Test
    void too_many_files_are_refused_and_exactly_as_many_are_not() throws Exception {
        Files.writeString(delivery.resolve("a"), "1");
        Files.writeString(delivery.resolve("b"), "2");

        assertThat(manifest(2, 2).entries()).hasSize(2);
        assertThatThrownBy(() -> manifest(1, 2))
                .hasMessageContaining(
                        "more than the 1 files and folders that may be; ask the vendor to leave some out, or raise"
                                + " slipway.delivery.files");
        assertThatThrownBy(() -> manifest(2, 1)).hasMessageContaining("raise slipway.delivery.size");
    }

    @Test
    void empty_folders_twins_and_folders_deeper_than_may_be_are_refused_too() throws Exception {
        Files.createDirectories(delivery.resolve("a/b/c"));
        assertThatThrownBy(() -> manifest(2, 2)).hasMessageContaining("more than the 2 files and folders");
        Files.createDirectories(delivery.resolve("a/b/c/d/e/f/g/h/i"));
        refused("lies in more than 7 folders");
        Scratch.wipe(delivery.resolve("a"));
        Files.writeString(delivery.resolve("Read"), "1");
        Files.writeString(delivery.resolve("READ"), "2");
        refused("has a twin, whose name differs in letter case or Unicode form only; ask the vendor to rename one");
    }

    @Test
    void limits_below_one_are_no_limits() {
        assertThatThrownBy(() -> new DeliverySettings(0, DataSize.ofBytes(1))).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> new DeliverySettings(1, DataSize.ofBytes(0))).hasMessageContaining("must be positive");
        assertThat(new DeliverySettings(1, DataSize.ofBytes(1)).files()).isEqualTo(1);
    }
}
