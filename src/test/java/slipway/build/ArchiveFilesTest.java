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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ArchiveFilesTest {
    private static final TreeLimits MOST =
            new SourceSettings(10, DataSize.ofKilobytes(4), 5).within(TreeRulesTest.SHAPE);
    private static final String NOT_PLAIN = " is neither a file nor a symbolic link; in the sources leave it out";

    @TempDir
    Path folder;

    @Test
    void files_however_they_are_marked_and_links_within_come_in() throws IOException {
        TarArchiveEntry old = new TarArchiveEntry("old", TarConstants.LF_OLDNORM);

        assertThat(fault(new TarArchiveEntry("new", TarConstants.LF_NORMAL), old, link("link", "old")))
                .isEqualTo("nothing is wrong");
        assertThat(fault()).isEqualTo("nothing is wrong");
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_DIR,
                TarConstants.LF_FIFO,
                TarConstants.LF_CONTIG
            })
    void whatever_else_an_archive_can_hold_does_not(byte kind) throws IOException {
        TarArchiveEntry odd = new TarArchiveEntry("odd", kind);
        odd.setLinkName("old");

        assertThat(fault(odd)).startsWith("'odd").endsWith(NOT_PLAIN);
    }

    @Test
    void a_file_with_holes_that_are_told_apart_from_it_does_not() throws IOException {
        byte[] holes = "21 GNU.sparse.size=3\n".getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry before = new TarArchiveEntry("holes", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
        before.setSize(holes.length);
        try (TarArchiveOutputStream tar = archive()) {
            put(tar, before, holes);
            put(tar, new TarArchiveEntry("odd", TarConstants.LF_NORMAL), new byte[0]);
        }

        assertThat(fault(folder.resolve("archive"))).isEqualTo("'odd'" + NOT_PLAIN);
    }

    @Test
    void what_no_tree_may_hold_bars_the_archive_wherever_it_stands() throws IOException {
        TarArchiveEntry sound = new TarArchiveEntry("sound", TarConstants.LF_NORMAL);
        TarArchiveEntry large = new TarArchiveEntry("large", TarConstants.LF_NORMAL);
        large.setSize(4097);

        assertThat(fault(sound, new TarArchiveEntry("../up", TarConstants.LF_NORMAL), link("link", "sound")))
                .startsWith("'../up' has the name '..'");
        assertThat(fault(sound, large)).startsWith("'large' brings all files together to more than 4 kB");
        assertThat(fault(link(".gitmodules", "sound"), sound))
                .startsWith("'.gitmodules' is a symbolic link with a name that Git reads");
        assertThat(fault(link("out", "../up"), sound))
                .startsWith("'out' is a symbolic link that leads out of the tree");
    }

    @Test
    void what_is_no_archive_is_an_error() throws IOException {
        Path none = Files.writeString(folder.resolve("none"), "no archive ".repeat(100));

        assertThatThrownBy(() -> ArchiveFiles.fault(none, MOST)).isInstanceOf(IOException.class);
    }

    private static TarArchiveEntry link(String path, String target) {
        TarArchiveEntry link = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
        link.setLinkName(target);
        return link;
    }

    private String fault(TarArchiveEntry... entries) throws IOException {
        try (TarArchiveOutputStream tar = archive()) {
            for (TarArchiveEntry entry : entries) {
                put(tar, entry, new byte[(int) entry.getSize()]);
            }
        }
        return fault(folder.resolve("archive"));
    }

    private static String fault(Path archive) throws IOException {
        return ArchiveFiles.fault(archive, MOST)
                .map(found -> found.words("in the sources"))
                .orElse("nothing is wrong");
    }

    private TarArchiveOutputStream archive() throws IOException {
        return new TarArchiveOutputStream(
                Files.newOutputStream(folder.resolve("archive")), StandardCharsets.UTF_8.name());
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
