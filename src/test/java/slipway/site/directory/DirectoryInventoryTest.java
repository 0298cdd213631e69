package slipway.site.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import slipway.cmdb.Site;
import slipway.site.port.Inventory;
import slipway.site.port.InventoryContract;

class DirectoryInventoryTest extends InventoryContract {
    @TempDir
    Path folder;

    @BeforeEach
    void makeSite() throws IOException {
        Files.createDirectory(folder.resolve("site"));
    }

    @Override
    protected Inventory inventory() {
        return new DirectoryInventory(new InventorySettings(1000, DataSize.ofMegabytes(1)));
    }

    @Override
    protected Site site() {
        return Folders.site(folder, "site");
    }

    @Override
    protected Site lostSite() {
        return Folders.site(folder, "lost");
    }

    @Override
    protected void put(String name, List<String> pathsAndContents) throws IOException {
        Path files = Files.createDirectories(releases().resolve(name));
        for (int each = 0; each < pathsAndContents.size(); each += 2) {
            Path file = files.resolve(pathsAndContents.get(each));
            Files.createDirectories(file.getParent());
            Files.writeString(file, pathsAndContents.get(each + 1));
            assertThat(file.toFile().setExecutable(file.toString().endsWith(".sh")))
                    .isTrue();
        }
        point("releases/" + name);
    }

    @Override
    protected void putOddity(String name, String path) throws IOException {
        Files.createSymbolicLink(releases().resolve(name).resolve(path), Path.of("/etc"));
    }

    @Test
    void a_current_that_is_no_link_into_releases_is_unreadable() throws IOException {
        put("1.0.0", List.of("run.sh", "echo"));
        for (String elsewhere : List.of("/etc", "../site", "releases/gone", "releases/../releases", "other/1.0.0")) {
            point(elsewhere);
            assertThat(inventory().take(site(), UNIT)).isInstanceOf(Inventory.Unreadable.class);
        }
        Files.delete(unit().resolve("current"));
        Files.createDirectory(unit().resolve("current"));
        assertThat(inventory().take(site(), UNIT)).isEqualTo(new Inventory.Unreadable("'current' is not a link"));
    }

    @Test
    void what_nobody_could_read_to_its_end_is_said_in_words() throws IOException {
        put("1.0.0", List.of("run.sh", "echo"));
        try (var sparse = new RandomAccessFile(
                releases().resolve("1.0.0").resolve("sparse").toFile(), "rw")) {
            sparse.setLength(1L << 43);
        }
        assertThat(inventory().take(site(), UNIT))
                .isEqualTo(
                        new Inventory.Unreadable("'sparse' of 8796093022208 bytes and the files before it are more than"
                                + " the 1048576 that are looked at"));
    }

    @Test
    void no_folder_on_the_way_may_be_a_link() throws IOException {
        put("1.0.0", List.of("run.sh", "echo"));
        Files.move(releases(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(releases(), folder.resolve("elsewhere"));
        assertThat(inventory().take(site(), UNIT)).isInstanceOf(Inventory.Unreadable.class);
        Files.move(unit(), folder.resolve("moved"));
        Files.createSymbolicLink(unit(), folder.resolve("moved"));
        assertThat(inventory().take(site(), UNIT)).isInstanceOf(Inventory.Unreadable.class);
    }

    private void point(String target) throws IOException {
        Files.deleteIfExists(unit().resolve("current"));
        Files.createSymbolicLink(unit().resolve("current"), Path.of(target));
    }

    private Path unit() {
        return folder.resolve("site").resolve(UNIT.value());
    }

    private Path releases() {
        return unit().resolve("releases");
    }
}
