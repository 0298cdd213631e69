package slipway.site.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Site;
import slipway.shared.Manifest;
import slipway.shared.UnitId;

/** What every adapter of {@link Inventory} sees, whatever lies behind it. */
public abstract class InventoryContract {
    protected static final UnitId UNIT = new UnitId("iban-check");

    protected abstract Inventory inventory();

    protected abstract Site site();

    /** A site that cannot be reached. */
    protected abstract Site lostSite();

    /** Puts these files there under that name, by other means than Slipway's, and makes them run. */
    protected abstract void put(String name, List<String> pathsAndContents) throws IOException;

    /** Puts something beside the files of that name that is no plain file. */
    protected abstract void putOddity(String name, String path) throws IOException;

    @Test
    void every_file_is_seen_with_digest_size_and_right() throws IOException {
        List<String> files = List.of("bin/run.sh", "echo 1", "doc/read me.txt", "one", "empty", "");
        put("1.0.0", files);
        assertThat(inventory().take(site(), UNIT))
                .isEqualTo(new Inventory.Seen("1.0.0", manifest(files).entries(), List.of()));
    }

    @Test
    void what_is_no_plain_file_is_seen_as_an_oddity_and_not_followed() throws IOException {
        List<String> files = List.of("run.sh", "echo 1");
        put("1.0.0", files);
        putOddity("1.0.0", "odd");
        Inventory.Sighting sighting = inventory().take(site(), UNIT);
        assertThat(sighting)
                .isEqualTo(new Inventory.Seen("1.0.0", manifest(files).entries(), List.of("odd")));
        assertThat(((Inventory.Seen) sighting).equalTo(manifest(files))).isFalse();
    }

    @Test
    void nothing_is_installed_at_a_new_site() {
        assertThat(inventory().take(site(), UNIT)).isEqualTo(new Inventory.NothingInstalled());
    }

    @Test
    void a_lost_site_is_unreadable_and_no_exception() {
        assertThat(inventory().take(lostSite(), UNIT)).isInstanceOf(Inventory.Unreadable.class);
    }

    @Test
    void work_that_is_interrupted_says_nothing_about_the_site() throws IOException {
        put("1.0.0", List.of("run.sh", "echo 1"));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> inventory().take(site(), UNIT)).isInstanceOf(UncheckedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(inventory().take(site(), UNIT)).isInstanceOf(Inventory.Seen.class);
    }

    private static Manifest manifest(List<String> files) {
        return Contents.manifest(new HashMap<>(), files.toArray(String[]::new));
    }
}
