package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import slipway.build.git.GitRepositories;
import slipway.build.git.PackedFiles;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.communication.Outbox;
import slipway.library.Library;
import slipway.release.Releases;
import slipway.rollout.port.Distribution;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * The tour's bank as tests meet it. Every scenario takes new RFCs and a new tag of the repository, and begins with all
 * sites on the newest live revision, so that scenarios neither need nor disturb one another.
 */
@Component
class Bank {
    static final UnitId UNIT = new UnitId("iban-check");
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Stage stage;
    private final Releases releases;
    private final Changes changes;
    private final Cmdb cmdb;
    private final Library library;
    private final Distribution distribution;
    private final DataFolder data;
    private final Outbox outbox;

    Bank(
            Stage stage,
            Releases releases,
            Changes changes,
            Cmdb cmdb,
            Library library,
            Distribution distribution,
            DataFolder data,
            Outbox outbox) {
        this.stage = stage;
        this.releases = releases;
        this.changes = changes;
        this.cmdb = cmdb;
        this.library = library;
        this.distribution = distribution;
        this.data = data;
        this.outbox = outbox;
    }

    Story release(String requester, String title) {
        String number = stage.start(requester, title, "Tellers wait too long at the counter.");
        stage.settle(number);
        return new Story(stage, releases, cmdb, changes, number);
    }

    /** A new approved RFC for the unit. */
    String approvedRfc(String title) {
        RfcNumber number = new RfcNumber("RFC-" + (5000 + NEXT.getAndIncrement()));
        changes.register(
                new Rfc(number, title, UNIT, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, "The tellers say so."));
        return number.value();
    }

    /** A new commit of the program under a new tag; {@code changed} replaces or adds files by path. */
    String tag(Map<String, String> changed) throws IOException {
        String tag = "v1.1." + NEXT.getAndIncrement();
        Map<String, byte[]> files =
                new TreeMap<>(PackedFiles.onClasspath("tour/iban-check/1.1.0").contents());
        changed.forEach((path, content) -> files.put(path, content.getBytes(StandardCharsets.UTF_8)));
        GitRepositories.append(
                data.sub("repositories").resolve(UNIT + ".git"),
                List.of(new GitRepositories.Commit(
                        tag, "Change for " + tag, "Ben Bucher", "ben@alpenbank.example", Stage.now(), files)));
        return tag;
    }

    /** Puts every site back on the newest live revision, whatever an earlier scenario left there. */
    void allSitesOnTheLiveRevision() throws IOException {
        Library.Holding live = library.of(UNIT).stream()
                .filter(holding -> holding.state() == Library.State.LIVE)
                .reduce((first, second) -> second)
                .orElseThrow();
        for (Site site : cmdb.sites()) {
            FileSystemUtils.deleteRecursively(site.folder());
            Files.createDirectories(site.folder());
            assertThat(distribution.distribute(site, UNIT, live.release().value(), live.manifest(), library::fetch))
                    .isInstanceOf(Distribution.Done.class);
            assertThat(distribution.activate(site, UNIT, live.release().value()))
                    .isInstanceOf(Distribution.Done.class);
            cmdb.authorise(site.id(), live.revision(), live.release());
            cmdb.observed(site.id(), UNIT, live.revision(), true, Stage.now());
        }
    }

    /** Every file that a site runs, by path, equals the library's byte for byte; nothing more, nothing less. */
    void sitesEqualLibrary(ReleaseNumber release) throws IOException {
        for (Site site : cmdb.sites()) {
            siteEqualsLibrary(release, site);
        }
    }

    void siteEqualsLibrary(ReleaseNumber release, Site site) throws IOException {
        Manifest manifest = library.find(releases.get(release).builtRevision())
                .orElseThrow()
                .manifest();
        Map<String, Digest> expected = new TreeMap<>();
        manifest.entries().forEach(entry -> expected.put(entry.path(), entry.digest()));
        assertThat(digests(site.folder().resolve("iban-check/current").toRealPath()))
                .as("files at " + site.id())
                .isEqualTo(expected);
    }

    void cmdbEqualsObserved(ReleaseNumber release) {
        UnitRevision revision = releases.get(release).builtRevision();
        assertThat(cmdb.of(UNIT)).hasSize(cmdb.sites().size()).allSatisfy(record -> {
            assertThat(record.observed()).isEqualTo(revision);
            assertThat(record.verified()).isEqualTo(revision);
            assertThat(record.authorised()).isEqualTo(revision);
        });
    }

    /** What every site runs: each file's digest by site and path. */
    Map<String, Digest> everythingInstalled() throws IOException {
        Map<String, Digest> all = new TreeMap<>();
        for (Site site : cmdb.sites()) {
            digests(site.folder()).forEach((path, digest) -> all.put(site.id() + "/" + path, digest));
        }
        return all;
    }

    /** What every site runs through its switch, by site and path. */
    Map<String, Digest> currentlyRunning() throws IOException {
        Map<String, Digest> all = new TreeMap<>();
        for (Site site : cmdb.sites()) {
            digests(site.folder().resolve("iban-check/current").toRealPath())
                    .forEach((path, digest) -> all.put(site.id() + "/" + path, digest));
        }
        return all;
    }

    /** The outbox was emptied and the mail of the release lies there once for each person told. */
    void noticesSentOnce(ReleaseNumber release, String... recipients) throws IOException {
        outbox.deliverDue();
        outbox.deliverDue();
        List<String> told = new ArrayList<>();
        try (Stream<Path> mails = Files.list(data.sub("mail"))) {
            for (Path mail : mails.sorted().toList()) {
                if (mail.getFileName().toString().startsWith(release.value())) {
                    told.add(Files.readString(mail)
                            .lines()
                            .filter(line -> line.startsWith("To: "))
                            .findFirst()
                            .orElseThrow()
                            .replaceAll(".*?([a-z]+)@.*", "$1"));
                }
            }
        }
        assertThat(told).as("who was told of " + release).containsExactlyInAnyOrder(recipients);
    }

    private static Map<String, Digest> digests(Path folder) throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(Objects.requireNonNull(folder.relativize(file)).toString(), Digest.of(file));
            }
        }
        return digests;
    }
}
