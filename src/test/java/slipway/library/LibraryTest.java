package slipway.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.library.Library.State;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.ProcessTest;
import slipway.testing.TestDatabase;

@ProcessTest
class LibraryTest {
    private static final ReleaseNumber RELEASE = new ReleaseNumber("REL-2020-0001");
    private static final Actor SOFIA = new Actor("sofia");

    @Autowired
    Library library;

    @TempDir
    Path folder;

    private Manifest manifest(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("file-" + content), content);
        Digest digest = library.store(file);
        return new Manifest(List.of(new Manifest.Entry("bin/run", digest, content.length(), true)));
    }

    private UnitRevision proposed(String unit, String content) throws Exception {
        UnitRevision revision =
                new UnitRevision(new UnitId(unit), "1.0", manifest(content).digest());
        assertThat(library.propose(revision, manifest(content), Map.of(), RELEASE))
                .isEqualTo(Result.done());
        return revision;
    }

    private static String rule(Result result) {
        return result instanceof Result.Refused no ? no.refusal().rule() : "done";
    }

    private State state(UnitRevision revision) {
        return library.find(revision).orElseThrow().state();
    }

    @Test
    void a_revision_goes_its_way_step_by_step_and_comes_out_as_it_went_in() throws Exception {
        UnitRevision revision = proposed("library-way", "way");
        assertThat(rule(library.checkIn(revision))).isEqualTo("not-scanned");
        assertThat(rule(library.attestScan(revision, SOFIA, true, "clamd 1.4", "")))
                .isEqualTo("done");
        assertThat(rule(library.advance(revision, State.TESTED))).isEqualTo("revision-state");
        assertThat(rule(library.checkIn(revision))).isEqualTo("done");
        for (State next : List.of(State.TESTED, State.ACCEPTED, State.LIVE, State.SUPERSEDED)) {
            assertThat(rule(library.advance(revision, next))).isEqualTo("done");
            assertThat(state(revision)).isEqualTo(next);
        }

        library.materialise(library.find(revision).orElseThrow(), folder.resolve("out"));
        assertThat(folder.resolve("out/bin/run")).hasContent("way").isExecutable();
    }

    @Test
    void a_version_is_taken_by_its_first_digest() throws Exception {
        UnitRevision first = proposed("library-taken", "one");
        UnitRevision second =
                new UnitRevision(first.unit(), first.version(), manifest("two").digest());

        assertThat(rule(library.propose(second, manifest("two"), Map.of(), RELEASE)))
                .isEqualTo("version-taken");
        assertThat(rule(library.propose(first, manifest("one"), Map.of(), RELEASE)))
                .isEqualTo("done");
        assertThat(rule(library.attestScan(second, SOFIA, true, "clamd", ""))).isEqualTo("unknown-revision");
        assertThat(library.find(second)).isEmpty();
    }

    @Test
    void a_digest_that_is_not_the_manifests_is_refused() throws Exception {
        UnitRevision revision = new UnitRevision(new UnitId("library-liar"), "1.0", Digest.of("other"));
        assertThat(rule(library.propose(revision, manifest("x"), Map.of(), RELEASE)))
                .isEqualTo("digest-mismatch");
    }

    @Test
    void quarantine_is_never_left() throws Exception {
        UnitRevision revision = proposed("library-infected", "virus");
        assertThat(rule(library.attestScan(revision, SOFIA, false, "clamd", "Eicar")))
                .isEqualTo("done");

        assertThat(rule(library.attestScan(revision, SOFIA, true, "clamd", ""))).isEqualTo("revision-barred");
        assertThat(rule(library.checkIn(revision))).isEqualTo("not-scanned");
        assertThat(rule(library.advance(revision, State.TESTED))).isEqualTo("revision-state");
        assertThat(rule(library.propose(revision, manifest("virus"), Map.of(), RELEASE)))
                .isEqualTo("revision-barred");
        assertThat(state(revision)).isEqualTo(State.QUARANTINED);
    }

    @Test
    void what_was_altered_in_the_store_is_not_checked_in() throws Exception {
        UnitRevision revision = proposed("library-altered", "altered");
        library.attestScan(revision, SOFIA, true, "clamd", "");
        Digest digest = Digest.of("altered");
        Path stored = TestDatabase.get()
                .folder()
                .resolve("data/library/contents/" + digest.hex().substring(0, 2) + "/" + digest.hex());
        Files.delete(stored);
        Files.writeString(stored, "worse");

        assertThat(rule(library.checkIn(revision))).isEqualTo("altered-content");
        assertThat(state(revision)).isEqualTo(State.SCANNED);
    }
}
