package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import slipway.build.port.SourceRepository;

/** Archives from the library, whoever made them. */
@SpringJUnitConfig(SourceDesk.Setup.class)
@TestPropertySource(
        properties = {"slipway.source.files=300", "slipway.source.size=1MB", "slipway.build.workspace=600KB"})
class SourceArchivesTest {
    @Autowired
    SourceRepository sources;

    @Autowired
    SourceArchives archives;

    @TempDir
    Path folder;

    private SourceDesk desk;

    private interface Filling {
        void into(TarArchiveOutputStream tar) throws IOException;
    }

    @BeforeEach
    void a_desk() throws IOException {
        desk = new SourceDesk(folder.resolve("machine"), sources, archives);
    }

    private void unpack(Filling filling) throws Exception {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(desk.archive()))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            filling.into(tar);
        }
        archives.unpack(desk.archive(), desk.workspace(), folder.resolve("log"));
    }

    private void refused(String words, Filling filling) throws IOException {
        var around = desk.surroundings();
        assertThatThrownBy(() -> unpack(filling))
                .isInstanceOf(UnfitSources.class)
                .hasMessageContaining(words);
        assertThat(desk.surroundings()).isEqualTo(around);
        assertThat(desk.workspace()).doesNotExist();
    }

    @Test
    void files_folders_and_links_come_as_they_were_kept() throws Exception {
        String longName = "Grüße-" + "n".repeat(120);
        unpack(tar -> {
            file(tar, "build.sh", 0100755, "#!/bin/sh\n");
            file(tar, "src/deep/" + longName, 0100644, "data");
            link(tar, "current", "src/deep/" + longName);
        });

        assertThat(desk.brought())
                .containsOnlyKeys("build.sh", "current", "src/deep/" + longName)
                .containsEntry("build.sh", SourceDesk.file("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), true))
                .containsEntry("current", SourceDesk.link("src/deep/" + longName));
    }

    @Test
    void nothing_is_written_outside() throws IOException {
        refused("has the name '..', which means another folder", tar -> file(tar, "../out.txt", 0100644, "x"));
        refused("which means another folder", tar -> file(tar, "src/..", 0100644, "x"));
        refused("lies below 'away', which is no folder", tar -> {
            link(tar, "away", "../../beside");
            file(tar, "away/out.txt", 0100644, "x");
        });
        refused("leads to a place of the machine", tar -> link(tar, "away", "/etc"));
        refused("stands twice", tar -> {
            file(tar, "one", 0100644, "x");
            file(tar, "one", 0100644, "y");
        });
    }

    @Test
    void anything_else_and_more_than_may_be_is_refused() throws IOException {
        refused("'pipe' is neither a file nor a symbolic link", tar -> {
            tar.putArchiveEntry(new TarArchiveEntry("pipe", TarConstants.LF_FIFO));
            tar.closeArchiveEntry();
        });
        refused("'hard' is neither a file nor a symbolic link", tar -> {
            TarArchiveEntry hard = new TarArchiveEntry("hard", TarConstants.LF_LINK);
            hard.setLinkName("/etc/passwd");
            tar.putArchiveEntry(hard);
            tar.closeArchiveEntry();
        });
        refused("more than 1024 kB", tar -> file(tar, "zeros", 0100644, "\0".repeat(1 << 21)));
    }

    @Test
    void what_fails_on_the_way_is_wiped() throws IOException {
        refused("npack", tar -> file(tar, "larger-than-the-workspace", 0100644, "\0".repeat(900_000)));
    }

    private static void file(TarArchiveOutputStream tar, String path, int mode, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(path, true);
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
