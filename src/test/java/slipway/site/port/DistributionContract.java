package slipway.site.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Site;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.UnitId;

/** What every adapter of {@link Distribution} does, whatever lies behind it. */
public abstract class DistributionContract {
    protected static final UnitId UNIT = new UnitId("iban-check");
    protected final Map<Digest, byte[]> library = new HashMap<>();
    protected final Manifest one = manifest("app.sh", "echo 1", "doc/read me.txt", "one");
    protected final Manifest two = manifest("app.sh", "echo 2", "doc/read me.txt", "two", "new/file", "x");

    protected abstract Distribution distribution();

    /** Looks at the sites that {@link #distribution()} works at. */
    protected abstract Inventory inventory();

    protected abstract Site site();

    /** A site that cannot be reached. */
    protected abstract Site lostSite();

    @Test
    void what_was_distributed_and_activated_is_read_back_file_by_file() {
        install("r1", one);
        assertRuns("r1", one);
    }

    @Test
    void distributing_changes_nothing_that_runs() {
        install("r1", one);
        assertThat(distribute("r2", two)).isEqualTo(new Distribution.Done());
        assertRuns("r1", one);
    }

    @Test
    void the_switch_goes_forth_and_back() {
        install("r1", one);
        install("r2", two);
        assertRuns("r2", two);
        assertThat(distribution().activate(site(), UNIT, "r1")).isEqualTo(new Distribution.Done());
        assertRuns("r1", one);
    }

    @Test
    void every_step_may_be_repeated() {
        install("r1", one);
        install("r1", one);
        assertThat(distribution().deactivate(site(), UNIT)).isEqualTo(new Distribution.Done());
        assertThat(distribution().deactivate(site(), UNIT)).isEqualTo(new Distribution.Done());
        assertThat(look()).isEqualTo(new Inventory.NothingInstalled());
    }

    @Test
    void nothing_is_installed_at_a_new_site() {
        assertThat(look()).isEqualTo(new Inventory.NothingInstalled());
    }

    @Test
    void what_the_library_does_not_give_is_not_distributed() {
        install("r1", one);
        library.clear();
        assertThat(distribute("r2", two)).isInstanceOf(Distribution.Failed.class);
        assertThat(distribution().activate(site(), UNIT, "r2")).isInstanceOf(Distribution.Failed.class);
        assertRuns("r1", one);
    }

    @Test
    void other_content_than_the_manifest_says_is_never_ready_to_run() {
        library.replaceAll((digest, content) -> "forged".getBytes(StandardCharsets.UTF_8));
        assertThat(distribute("r1", one)).isInstanceOf(Distribution.Failed.class);
        assertThat(distribution().activate(site(), UNIT, "r1")).isInstanceOf(Distribution.Failed.class);
    }

    @Test
    void names_never_climb() {
        for (String name : List.of("../evil", "a/b", ".hidden", "", "..")) {
            assertThat(distribute(name, one)).isInstanceOf(Distribution.Failed.class);
            assertThat(distribution().activate(site(), UNIT, name)).isInstanceOf(Distribution.Failed.class);
        }
    }

    @Test
    void a_lost_site_is_an_outcome_and_no_exception() {
        assertThat(distribution().distribute(lostSite(), UNIT, "r1", one, this::fetch))
                .isInstanceOf(Distribution.Failed.class);
        assertThat(distribution().activate(lostSite(), UNIT, "r1")).isInstanceOf(Distribution.Failed.class);
        assertThat(distribution().deactivate(lostSite(), UNIT)).isInstanceOf(Distribution.Failed.class);
    }

    @Test
    void work_that_is_interrupted_is_no_failure_of_the_site() {
        install("r1", one);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> distribute("r2", two)).isInstanceOf(UncheckedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertRuns("r1", one);
        install("r2", two);
        assertRuns("r2", two);
    }

    protected final void assertRuns(String name, Manifest manifest) {
        assertThat(look()).isEqualTo(new Inventory.Seen(name, manifest.entries(), List.of()));
    }

    protected final Inventory.Sighting look() {
        return inventory().take(site(), UNIT);
    }

    protected final Distribution.Outcome distribute(String name, Manifest manifest) {
        return distribution().distribute(site(), UNIT, name, manifest, this::fetch);
    }

    protected final void install(String name, Manifest manifest) {
        assertThat(distribute(name, manifest)).isEqualTo(new Distribution.Done());
        assertThat(distribution().activate(site(), UNIT, name)).isEqualTo(new Distribution.Done());
    }

    protected void fetch(Digest digest, Path target) throws IOException {
        byte[] content = library.get(digest);
        if (content == null) {
            throw new NoSuchFileException(digest.hex());
        }
        Files.write(target, content);
    }

    private Manifest manifest(String... pathsAndContents) {
        Map<Digest, byte[]> contents = new HashMap<>();
        Manifest manifest = Contents.manifest(contents, pathsAndContents);
        library.putAll(contents);
        return manifest;
    }
}
