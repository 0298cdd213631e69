package slipway.site.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.cmdb.Site;
import slipway.site.port.Testable;
import slipway.site.port.TestableContract;

class DirectoryTestableTest extends TestableContract {
    @TempDir
    Path folder;

    @BeforeEach
    void makeSite() throws IOException {
        Files.createDirectory(folder.resolve("site"));
    }

    @Override
    protected Testable testable() {
        return new DirectoryTestable();
    }

    @Override
    protected Site site() {
        return Folders.site(folder, "site");
    }

    @Override
    protected Site lostSite() {
        return Folders.site(folder, "lost");
    }

    /** Nobody writes below this folder of the kernel, not even root. */
    @Override
    protected Site sealedSite() {
        return Folders.site(Path.of("/proc"), "self");
    }

    @Test
    void it_leaves_nothing_behind() throws IOException {
        testable().tryOut(site());
        assertThat(folder.resolve("site")).isEmptyDirectory();
    }
}
