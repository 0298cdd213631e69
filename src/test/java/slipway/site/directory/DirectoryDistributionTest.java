package slipway.site.directory;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import slipway.cmdb.Site;
import slipway.shared.Digest;
import slipway.site.port.Distribution;
import slipway.site.port.DistributionContract;
import slipway.site.port.Inventory;

class DirectoryDistributionTest extends DistributionContract {
    @TempDir
    Path folder;

    private int killAfter = Integer.MAX_VALUE;

    @BeforeEach
    void makeSite() throws IOException {
        Files.createDirectory(folder.resolve("site"));
    }

    @Override
    protected Distribution distribution() {
        return new DirectoryDistribution();
    }

    @Override
    protected Inventory inventory() {
        return new DirectoryInventory(new InventorySettings(1000, DataSize.ofMegabytes(1)));
    }

    @Override
    protected Site site() {
        return site("site");
    }

    @Override
    protected Site lostSite() {
        return site("lost");
    }

    @Test
    void a_site_looks_as_agreed() throws IOException {
        install("r1", one);
        assertThat(Files.readSymbolicLink(unit().resolve("current"))).isEqualTo(Path.of("releases", "r1"));
        assertThat(unit().resolve("current/app.sh")).hasContent("echo 1").isExecutable();
        assertThat(unit().resolve("current/doc/read me.txt")).hasContent("one");
        assertThat(tree(folder))
                .containsExactlyInAnyOrder(
                        "site",
                        "site/iban-check",
                        "site/iban-check/current",
                        "site/iban-check/releases",
                        "site/iban-check/releases/r1",
                        "site/iban-check/releases/r1/app.sh",
                        "site/iban-check/releases/r1/doc",
                        "site/iban-check/releases/r1/doc/read me.txt");
    }

    @Test
    void a_copy_that_was_killed_at_any_file_is_made_again_and_never_runs_half() throws IOException {
        install("r1", one);
        for (int files = 0; files < two.entries().size(); files++) {
            killAfter = files;
            assertThat(killed(() -> distribute("r2", two))).isTrue();
            assertRuns("r1", one);
            assertThat(unit().resolve("releases/r2")).doesNotExist();
        }
        killAfter = Integer.MAX_VALUE;
        install("r2", two);
        assertRuns("r2", two);
        assertThat(unit().resolve("releases/.r2.part")).doesNotExist();
    }

    @Test
    void a_switch_that_was_killed_before_the_rename_is_made_again() throws IOException {
        install("r1", one);
        distribute("r2", two);
        Files.createSymbolicLink(unit().resolve(".current.new"), Path.of("releases", "gone"));
        install("r2", two);
        assertRuns("r2", two);
        assertThat(Files.exists(unit().resolve(".current.new"), NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void what_a_crash_or_a_hand_left_of_a_revision_that_does_not_run_is_replaced() throws IOException {
        install("r1", one);
        distribute("r2", two);
        Files.writeString(unit().resolve("releases/r2/app.sh"), "altered");
        install("r2", two);
        assertRuns("r2", two);
    }

    @Test
    void an_altered_revision_that_runs_is_not_overwritten() throws IOException {
        install("r1", one);
        Files.writeString(unit().resolve("releases/r1/app.sh"), "altered");
        assertFailed(distribute("r1", one), "runs there with other files");
        assertThat(unit().resolve("current/app.sh")).hasContent("altered");
    }

    @Test
    void releases_that_is_a_link_or_a_file_is_a_failure_and_never_followed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(unit());
        Files.createSymbolicLink(unit().resolve("releases"), elsewhere);
        assertFailed(distribute("r1", one), "'iban-check/releases' is not a folder");
        Files.delete(unit().resolve("releases"));
        Files.writeString(unit().resolve("releases"), "");
        assertFailed(distribute("r1", one), "'iban-check/releases' is not a folder");
        assertThat(tree(elsewhere)).isEmpty();
    }

    @Test
    void a_unit_folder_that_is_a_link_is_never_followed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(unit(), elsewhere);
        assertFailed(distribute("r1", one), "'iban-check' is not a folder");
        assertThat(tree(elsewhere)).isEmpty();
    }

    @Test
    void parts_and_releases_that_are_links_are_never_followed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("precious"), "kept");
        Files.createDirectories(unit().resolve("releases"));
        Files.createSymbolicLink(unit().resolve("releases/.r1.part"), elsewhere);
        install("r1", one);
        Files.createSymbolicLink(unit().resolve("releases/r2"), elsewhere);
        assertFailed(distribute("r2", two), "'iban-check/releases/r2' is not a folder");
        assertFailed(distribution().activate(site(), UNIT, "r2"), "is not a folder");
        assertThat(elsewhere.resolve("precious")).hasContent("kept");
        assertThat(tree(elsewhere)).containsExactly("precious");
    }

    @Test
    void a_current_that_points_elsewhere_is_neither_read_nor_replaced() throws IOException {
        install("r1", one);
        Files.delete(unit().resolve("current"));
        Files.createSymbolicLink(unit().resolve("current"), Path.of("../../elsewhere"));
        Files.createDirectory(folder.resolve("elsewhere"));
        assertThat(look()).isInstanceOf(Inventory.Unreadable.class);
        assertFailed(distribution().activate(site(), UNIT, "r1"), "'current' points to");
        Files.delete(unit().resolve("current"));
        Files.createDirectory(unit().resolve("current"));
        assertFailed(distribution().activate(site(), UNIT, "r1"), "'current' is not a link");
    }

    @Override
    protected void fetch(Digest digest, Path target) throws IOException {
        if (killAfter-- <= 0) {
            Files.writeString(target, "half");
            throw new Killed();
        }
        super.fetch(digest, target);
    }

    private static boolean killed(Runnable step) {
        try {
            step.run();
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private static void assertFailed(Distribution.Outcome outcome, String words) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Distribution.Failed.class,
                        failed -> assertThat(failed.reason()).contains(words));
    }

    private Path unit() {
        return folder.resolve("site/iban-check");
    }

    private Site site(String name) {
        return Folders.site(folder, name);
    }

    private static List<String> tree(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !path.equals(root))
                    .map(path -> root.relativize(path).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands for the end of the process: no code of the adapter may take it for an outcome. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
