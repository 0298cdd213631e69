package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceArchiveTest {
    @TempDir
    Path folder;

    @Test
    void files_folders_and_links_are_written_as_they_were_kept() throws IOException {
        Path unpacked = unpacked(tar -> {
            file(tar, "build.sh", 0100755, "#!/bin/sh\n");
            file(tar, "src/deep/data.txt", 0100644, "data");
            link(tar, "current", "src/deep/data.txt");
        });

        assertThat(unpacked.resolve("build.sh")).isExecutable().hasContent("#!/bin/sh\n");
        assertThat(Files.getPosixFilePermissions(unpacked.resolve("src/deep/data.txt"))
                        .toString())
                .doesNotContain("EXECUTE");
        assertThat(unpacked.resolve("current")).isSymbolicLink().hasContent("data");
    }

    @Test
    void nothing_is_written_outside() {
        assertThatThrownBy(() -> unpacked(tar -> file(tar, "../out.txt", 0100644, "x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leaves it: ../out.txt");
        assertThatThrownBy(() -> unpacked(tar -> file(tar, "src/..", 0100644, "x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leaves it");
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }

    @Test
    void nothing_is_written_through_a_link_that_leads_outside() throws IOException {
        Files.createDirectory(folder.resolve("outside"));

        assertThatThrownBy(() -> unpacked(tar -> {
                    link(tar, "away", folder.resolve("outside").toString());
                    file(tar, "away/out.txt", 0100644, "x");
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a link that leaves it above away/out.txt");
        assertThat(folder.resolve("outside/out.txt")).doesNotExist();
    }

    @Test
    void anything_else_in_it_is_refused() {
        assertThatThrownBy(() -> unpacked(tar -> {
                    TarArchiveEntry pipe = new TarArchiveEntry("pipe", TarConstants.LF_FIFO);
                    tar.putArchiveEntry(pipe);
                    tar.closeArchiveEntry();
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("special entry: pipe");
    }

    private interface Filling {
        void into(TarArchiveOutputStream tar) throws IOException;
    }

    private int archives;

    private Path unpacked(Filling filling) throws IOException {
        Path archive = folder.resolve("archive-" + archives + ".tar");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            filling.into(tar);
        }
        Path unpacked = folder.resolve("unpacked-" + archives++);
        SourceArchive.unpack(archive, unpacked);
        return unpacked;
    }

    private static void file(TarArchiveOutputStream tar, String path, int mode, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setMode(mode);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String path, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
