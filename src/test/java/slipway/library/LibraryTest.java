package slipway.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.event.EventLog;
import slipway.library.Library.State;
import slipway.library.LibraryEvent.HoldingMoved;
import slipway.library.LibraryEvent.HoldingProposed;
import slipway.library.LibraryEvent.HoldingQuarantined;
import slipway.library.LibraryEvent.RevisionRecalled;
import slipway.library.LibraryEvent.ScanAttested;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.Insides;
import slipway.testing.TestDatabase;

@Insides
class LibraryTest {
    private static final UnitId UNIT = new UnitId("library-unit");
    private static final Actor SOFIA = new Actor("sofia");

    @Autowired
    private Library library;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private Releases releases;

    @Autowired
    private EventLog log;

    @TempDir
    private Path folder;

    private ReleaseNumber release;

    @BeforeEach
    void a_unit_and_a_release() {
        cmdb.registerUnit(new Unit.Software(UNIT, "Library unit", new Unit.Repository("/nowhere")));
        release = releases.draft(new Actor("mara"), "Library", "A test");
    }

    private Manifest manifest(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("file-" + content), content);
        Digest digest = library.store(file);
        return new Manifest(List.of(new Manifest.Entry("bin/run", digest, content.length(), true)));
    }

    private UnitRevision proposed(String content) throws Exception {
        UnitRevision revision = new UnitRevision(UNIT, "1.0", manifest(content).digest());
        assertThat(rule(library.propose(revision, manifest(content), papers(), release)))
                .isEqualTo("done");
        return revision;
    }

    private UnitRevision checkedIn(String content) throws Exception {
        UnitRevision revision = proposed(content);
        assertThat(rule(library.attestScan(revision, SOFIA, true, "clamd 1.4", "")))
                .isEqualTo("done");
        assertThat(rule(library.checkIn(revision))).isEqualTo("done");
        return revision;
    }

    private Map<String, Digest> papers() throws Exception {
        Path sources = Files.writeString(folder.resolve("sources"), "sources");
        return Map.of("sources.tar", library.store(sources), "build.log", library.store(sources));
    }

    private static String rule(Result result) {
        return result instanceof Result.Refused no ? no.refusal().rule() : "done";
    }

    private Library.Holding holding(UnitRevision revision) {
        return library.find(revision).orElseThrow();
    }

    private List<?> told() {
        return log.of(release).stream()
                .map(EventLog.Entry::event)
                .filter(LibraryEvent.class::isInstance)
                .toList();
    }

    @Test
    void a_revision_goes_its_way_step_by_step_and_comes_out_as_it_went_in() throws Exception {
        UnitRevision revision = proposed("way");
        assertThat(rule(library.checkIn(revision))).isEqualTo("not-scanned");
        assertThat(rule(library.attestScan(revision, SOFIA, true, "clamd 1.4", "")))
                .isEqualTo("done");
        assertThat(rule(library.advance(revision, State.TESTED))).isEqualTo("revision-state");
        assertThat(rule(library.checkIn(revision))).isEqualTo("done");
        for (State next : List.of(State.TESTED, State.ACCEPTED)) {
            assertThat(holding(revision).mayBeInstalled()).isFalse();
            assertThat(rule(library.advance(revision, next))).isEqualTo("done");
            assertThat(holding(revision).state()).isEqualTo(next);
        }

        assertThat(holding(revision).mayBeInstalled()).isTrue();
        library.materialise(holding(revision), folder.resolve("out"));
        assertThat(folder.resolve("out/bin/run")).hasContent("way").isExecutable();
    }

    @Test
    void each_step_is_told_with_its_release() throws Exception {
        UnitRevision revision = checkedIn("told");

        assertThat(told())
                .isEqualTo(List.of(
                        new HoldingProposed(revision, 1),
                        new ScanAttested(revision, true, "clamd 1.4", ""),
                        new HoldingMoved(revision, State.BUILT, State.SCANNED),
                        new HoldingMoved(revision, State.SCANNED, State.CHECKED_IN)));
    }

    @Test
    void what_another_release_delivers_again_is_told_with_that_one() throws Exception {
        UnitRevision revision = proposed("again");
        ReleaseNumber other = releases.draft(new Actor("mara"), "Library again", "A test");

        assertThat(rule(library.propose(revision, manifest("again"), papers(), other)))
                .isEqualTo("done");
        assertThat(rule(library.propose(revision, manifest("again"), papers(), other)))
                .isEqualTo("done");
        library.attestScan(revision, SOFIA, true, "clamd 1.4", "");

        assertThat(told()).isEqualTo(List.of(new HoldingProposed(revision, 1)));
        assertThat(log.of(other))
                .extracting(EventLog.Entry::event)
                .filteredOn(LibraryEvent.class::isInstance)
                .asList()
                .isEqualTo(List.of(
                        new HoldingProposed(revision, 1),
                        new ScanAttested(revision, true, "clamd 1.4", ""),
                        new HoldingMoved(revision, State.BUILT, State.SCANNED)));
    }

    @Test
    void a_revision_of_before_slipway_belongs_to_no_release() throws Exception {
        UnitRevision former = new UnitRevision(UNIT, "0.9", manifest("former").digest());

        assertThat(rule(library.propose(former, manifest("former"), Map.of(), null)))
                .isEqualTo("done");

        assertThat(holding(former).release()).isNull();
        assertThat(told()).isEmpty();
    }

    @Test
    void the_papers_are_kept_with_the_revision() throws Exception {
        UnitRevision revision = proposed("papers");

        assertThat(holding(revision).companions()).isEqualTo(papers());
        assertThat(holding(revision).release()).isEqualTo(release);
    }

    @Test
    void the_holdings_of_a_unit_are_listed_oldest_first() throws Exception {
        UnitRevision first = proposed("first");
        UnitRevision second = new UnitRevision(UNIT, "0.1", manifest("second").digest());
        library.propose(second, manifest("second"), Map.of(), release);

        assertThat(library.of(UNIT)).extracting(Library.Holding::revision).containsExactly(first, second);
    }

    @Test
    void a_version_is_taken_by_its_first_digest() throws Exception {
        UnitRevision first = proposed("one");
        UnitRevision second =
                new UnitRevision(first.unit(), first.version(), manifest("two").digest());

        assertThat(rule(library.propose(second, manifest("two"), Map.of(), release)))
                .isEqualTo("version-taken");
        assertThat(rule(library.propose(first, manifest("one"), Map.of(), release)))
                .isEqualTo("done");
        assertThat(rule(library.attestScan(second, SOFIA, true, "clamd", ""))).isEqualTo("unknown-revision");
        assertThat(rule(library.checkIn(second))).isEqualTo("unknown-revision");
        assertThat(rule(library.advance(second, State.TESTED))).isEqualTo("unknown-revision");
        assertThat(rule(library.recall(second, SOFIA, "wrong"))).isEqualTo("unknown-revision");
        assertThat(library.find(second)).isEmpty();
    }

    @Test
    void a_digest_that_is_not_the_manifests_is_refused() throws Exception {
        UnitRevision revision = new UnitRevision(UNIT, "1.0", Digest.of("other"));

        assertThat(rule(library.propose(revision, manifest("x"), Map.of(), release)))
                .isEqualTo("digest-mismatch");
    }

    @Test
    void quarantine_is_never_left() throws Exception {
        UnitRevision revision = proposed("virus");
        assertThat(rule(library.attestScan(revision, SOFIA, false, "clamd", "Eicar")))
                .isEqualTo("done");

        assertThat(rule(library.attestScan(revision, SOFIA, true, "clamd", ""))).isEqualTo("revision-barred");
        assertThat(rule(library.checkIn(revision))).isEqualTo("revision-barred");
        assertThat(rule(library.advance(revision, State.TESTED))).isEqualTo("revision-state");
        assertThat(rule(library.propose(revision, manifest("virus"), Map.of(), release)))
                .isEqualTo("revision-barred");
        assertThat(holding(revision).state()).isEqualTo(State.QUARANTINED);
        assertThat(told()).asList().endsWith(new HoldingQuarantined(revision, State.BUILT, "Eicar"));
    }

    @Test
    void an_accepted_revision_is_quarantined_when_a_later_scan_finds_something() throws Exception {
        UnitRevision revision = checkedIn("late");
        library.advance(revision, State.TESTED);
        library.advance(revision, State.ACCEPTED);

        assertThat(rule(library.attestScan(revision, SOFIA, true, "clamd 1.5", "")))
                .isEqualTo("done");
        assertThat(holding(revision).mayBeInstalled()).isTrue();
        assertThat(rule(library.attestScan(revision, SOFIA, false, "clamd 1.6", "Found today")))
                .isEqualTo("done");
        assertThat(holding(revision).mayBeInstalled()).isFalse();
    }

    @Test
    void a_recall_bars_every_further_installation_and_is_told_once() throws Exception {
        UnitRevision revision = checkedIn("recalled");
        library.advance(revision, State.TESTED);
        library.advance(revision, State.ACCEPTED);
        assertThat(rule(library.recall(revision, SOFIA, " "))).isEqualTo("reason-missing");
        assertThat(library.barred(revision.unit(), revision.version())).isEmpty();

        assertThat(rule(library.recall(revision, SOFIA, "loses payments"))).isEqualTo("done");
        assertThat(rule(library.recall(revision, SOFIA, "loses more"))).isEqualTo("done");

        assertThat(holding(revision).mayBeInstalled()).isFalse();
        assertThat(library.barred(revision.unit(), revision.version()))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo("revision-barred"));
        assertThat(library.barred(revision.unit(), "another")).isEmpty();
        assertThat(holding(revision).state()).isEqualTo(State.ACCEPTED);
        assertThat(told())
                .asList()
                .filteredOn(RevisionRecalled.class::isInstance)
                .isEqualTo(List.of(new RevisionRecalled(revision, "loses payments")));
        assertThat(rule(library.propose(revision, manifest("recalled"), Map.of(), release)))
                .isEqualTo("revision-barred");
    }

    @Test
    void recalled_files_come_to_no_site_under_another_number() throws Exception {
        UnitRevision revision = proposed("worm");
        UnitRevision twin = twin("1.1", "worm");
        done(library.propose(twin, manifest("worm"), papers(), release));
        done(library.attestScan(twin, SOFIA, true, "clamd 1.4", ""));
        done(library.checkIn(twin));
        done(library.advance(twin, State.TESTED));
        done(library.advance(twin, State.ACCEPTED));
        assertThat(holding(twin).mayBeInstalled()).isTrue();

        done(library.recall(revision, SOFIA, "a hole"));

        assertThat(Library.Holding.barred(holding(twin))).contains("it is recalled");
        assertThat(rule(library.propose(twin, manifest("worm"), papers(), release)))
                .isEqualTo("revision-barred");
        assertThat(rule(library.propose(twin("1.2", "worm"), manifest("worm"), papers(), release)))
                .isEqualTo("revision-barred");
        assertThat(library.of(UNIT)).hasSize(2);
    }

    @Test
    void files_in_quarantine_do_not_come_back_under_another_number() throws Exception {
        UnitRevision revision = proposed("eicar");
        UnitRevision twin = twin("1.1", "eicar");
        done(library.propose(twin, manifest("eicar"), papers(), release));

        done(library.attestScan(revision, SOFIA, false, "clamd", "Eicar"));

        assertThat(holding(twin).state()).isEqualTo(State.QUARANTINED);
        assertThat(rule(library.attestScan(twin, SOFIA, true, "clamd", ""))).isEqualTo("revision-barred");
        assertThat(rule(library.propose(twin("1.2", "eicar"), manifest("eicar"), papers(), release)))
                .isEqualTo("revision-barred");
        assertThat(library.barred(UNIT, "1.1")).isPresent();
    }

    private UnitRevision twin(String version, String content) throws Exception {
        return new UnitRevision(UNIT, version, manifest(content).digest());
    }

    private static void done(Result result) {
        assertThat(result).isEqualTo(Result.done());
    }

    @Test
    void what_was_altered_in_the_store_is_not_checked_in() throws Exception {
        UnitRevision revision = proposed("altered");
        library.attestScan(revision, SOFIA, true, "clamd", "");
        assertNotCheckedIn(revision, Digest.of("altered"));
    }

    @Test
    void sources_that_were_altered_in_the_store_keep_their_revision_out() throws Exception {
        UnitRevision revision = twin("1.0", "made of altered sources");
        Digest sources = library.store(Files.writeString(folder.resolve("altered"), "altered sources"));
        done(library.propose(revision, manifest("made of altered sources"), Map.of("sources", sources), release));
        done(library.attestScan(revision, SOFIA, true, "clamd", ""));
        assertNotCheckedIn(revision, sources);
    }

    private void assertNotCheckedIn(UnitRevision revision, Digest altered) throws Exception {
        Path stored = TestDatabase.get()
                .folder()
                .resolve("insides/library/contents/" + altered.hex().substring(0, 2) + "/" + altered.hex());
        Files.delete(stored);
        Files.writeString(stored, "worse");

        assertThat(rule(library.checkIn(revision))).isEqualTo("altered-content");
        assertThat(holding(revision).state()).isEqualTo(State.SCANNED);
        // Others store the same bytes, and what is stored is never replaced.
        Files.delete(stored);
    }
}
