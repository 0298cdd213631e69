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
import org.assertj.core.api.AbstractLongAssert;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import slipway.build.git.GitRepositories;
import slipway.build.git.PackedFiles;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.communication.Outbox;
import slipway.event.EventReaders;
import slipway.library.Library;
import slipway.release.Releases;
import slipway.shared.Content;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.site.Channels;
import slipway.site.port.Distribution;
import slipway.testing.Traces;

/**
 * The tour's bank as tests meet it. Every scenario takes new RFCs and a new tag of the repository, and begins with all
 * sites on the revisions that the bank had before Slipway, so that scenarios neither need nor disturb one another.
 */
@Component
class Bank {
    static final UnitId UNIT = new UnitId("iban-check");
    static final UnitId PAYMENTS = new UnitId("payment-file");
    static final UnitId DIRECTORY = new UnitId("bank-directory");
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Stage stage;
    private final Releases releases;
    private final Changes changes;
    private final Cmdb cmdb;
    private final Library library;
    private final Channels channels;
    private final DataFolder data;
    private final Outbox outbox;
    private final EventReaders readers;
    private final JdbcClient jdbc;

    Bank(
            Stage stage,
            Releases releases,
            Changes changes,
            Cmdb cmdb,
            Library library,
            Channels channels,
            DataFolder data,
            Outbox outbox,
            EventReaders readers,
            JdbcClient jdbc) {
        this.stage = stage;
        this.releases = releases;
        this.changes = changes;
        this.cmdb = cmdb;
        this.library = library;
        this.channels = channels;
        this.data = data;
        this.outbox = outbox;
        this.readers = readers;
        this.jdbc = jdbc;
    }

    Story release(String requester, String title) {
        String number = stage.start(requester, title, "Tellers wait too long at the counter.");
        stage.settle(number);
        return new Story(stage, releases, cmdb, changes, number);
    }

    /** A new approved RFC for iban-check. */
    String approvedRfc(String title) {
        return approvedRfc(UNIT, title);
    }

    String approvedRfc(UnitId unit, String title) {
        RfcNumber number = new RfcNumber("RFC-" + (5000 + NEXT.getAndIncrement()));
        changes.register(new Rfc(
                number, title, unit, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("The tellers say so.")));
        return number.value();
    }

    /** A new commit of the program under a new tag; {@code changed} replaces or adds files by path. */
    String tag(Map<String, String> changed) throws IOException {
        return tag(UNIT, changed);
    }

    String tag(UnitId unit, Map<String, String> changed) throws IOException {
        return tag(unit, changed, "Ben Bucher", "ben@alpenbank.example");
    }

    /** The same by somebody else. */
    String tag(UnitId unit, Map<String, String> changed, String author, String email) throws IOException {
        String tag = "v1.1." + NEXT.getAndIncrement();
        Map<String, byte[]> files =
                new TreeMap<>(PackedFiles.onClasspath("tour/" + unit + "/1.1.0").contents());
        changed.forEach((path, content) -> files.put(path, content.getBytes(StandardCharsets.UTF_8)));
        GitRepositories.append(
                data.sub("repositories").resolve(unit + ".git"),
                List.of(new GitRepositories.Commit(tag, "Change for " + tag, author, email, Stage.now(), files)));
        return tag;
    }

    /** Puts every site back on what ran there before Slipway, whatever an earlier scenario left. */
    void everySiteRunsTheBaseline() throws IOException {
        stage.endEverything();
        Traces.erase("<> all (array['zurich', 'new-york', 'singapore-dr'])");
        for (Site site : cmdb.sites()) {
            FileSystemUtils.deleteRecursively(site.folder());
            Files.createDirectories(site.folder());
            for (UnitId unit : List.of(UNIT, PAYMENTS, DIRECTORY)) {
                Library.Holding baseline = baseline(unit);
                Distribution distribution = channels.distribution(site);
                assertThat(distribution.distribute(site, unit, "before-slipway", baseline.manifest(), library::fetch))
                        .isInstanceOf(Distribution.Done.class);
                assertThat(distribution.activate(site, unit, "before-slipway")).isInstanceOf(Distribution.Done.class);
                cmdb.authorise(site.id(), baseline.revision(), null);
                cmdb.observed(site.id(), unit, Content.of(baseline.revision()), true, Stage.now());
            }
        }
    }

    void endsEverything() {
        stage.endEverything();
    }

    Library.Holding baseline(UnitId unit) {
        return library.of(unit).stream()
                .filter(holding -> holding.release() == null)
                .findFirst()
                .orElseThrow();
    }

    /** Every file that a site runs, by path, equals the library's byte for byte; nothing more, nothing less. */
    void sitesEqualLibrary(ReleaseNumber release) throws IOException {
        for (Site site : cmdb.sites()) {
            siteEqualsLibrary(release, site);
        }
    }

    void siteEqualsLibrary(ReleaseNumber release, Site site) throws IOException {
        for (UnitRevision revision : releases.submitted(release).revisions()) {
            Manifest manifest = library.find(revision).orElseThrow().manifest();
            Map<String, Digest> expected = new TreeMap<>();
            manifest.entries().forEach(entry -> expected.put(entry.path(), entry.digest()));
            assertThat(digests(running(site, revision.unit())))
                    .as("files of " + revision + " at " + site.id())
                    .isEqualTo(expected);
        }
    }

    private static Path running(Site site, UnitId unit) throws IOException {
        return site.folder().resolve(unit.value()).resolve("current").toRealPath();
    }

    void cmdbEqualsObserved(ReleaseNumber release) {
        for (UnitRevision revision : releases.submitted(release).revisions()) {
            assertThat(cmdb.of(revision.unit())).hasSize(cmdb.sites().size()).allSatisfy(item -> {
                assertThat(item.observed()).isEqualTo(Content.of(revision));
                assertThat(item.verified()).isEqualTo(revision);
                assertThat(item.authorised()).isEqualTo(revision);
                assertThat(item.authorisedBy()).isEqualTo(release);
            });
        }
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
            for (UnitId unit : List.of(UNIT, PAYMENTS, DIRECTORY)) {
                digests(running(site, unit))
                        .forEach((path, digest) -> all.put(site.id() + "/" + unit + "/" + path, digest));
            }
        }
        return all;
    }

    /** The outbox was emptied and the mail of that subject lies there once for each person told. */
    void noticesSentOnce(ReleaseNumber release, String subject, String... recipients) throws IOException {
        readers.advance();
        outbox.deliverDue();
        outbox.deliverDue();
        List<String> told = new ArrayList<>();
        try (Stream<Path> mails = Files.list(data.sub("mail"))) {
            for (Path mail : mails.sorted().toList()) {
                String text = Files.readString(mail);
                if (mail.getFileName().toString().startsWith(release.value())
                        && header(text, "Subject: ").startsWith(subject)) {
                    told.add(header(text, "To: ").replaceAll(".*?([a-z]+)@.*", "$1"));
                }
            }
        }
        assertThat(told).as("who was told of " + release).containsExactlyInAnyOrder(recipients);
    }

    private static String header(String mail, String name) {
        return mail.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }

    /** How many mails with that subject were sent because of the release. */
    AbstractLongAssert<?> noticesOf(ReleaseNumber release, String subject) {
        readers.advance();
        outbox.deliverDue();
        return assertThat(jdbc.sql("select count(*) from slipway.outbox"
                        + " where release = ? and subject like ? and sent_at is not null")
                .params(release.value(), subject + "%")
                .query(Long.class)
                .single());
    }

    /** What each person was written because of the release, oldest first. */
    Map<String, List<String>> mailsOf(ReleaseNumber release) {
        readers.advance();
        Map<String, List<String>> mails = new TreeMap<>();
        jdbc.sql("select recipient, subject, body from slipway.outbox where release = ? order by event")
                .param(release.value())
                .query(row -> {
                    mails.computeIfAbsent(row.getString("recipient"), person -> new ArrayList<>())
                            .add(row.getString("subject") + "\n" + row.getString("body"));
                });
        return mails;
    }

    /** How many units at sites are reserved for the release. */
    long reservedFor(ReleaseNumber release) {
        return jdbc.sql("select count(*) from slipway.reservation where release = ? and until is null")
                .param(release.value())
                .query(Long.class)
                .single();
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
