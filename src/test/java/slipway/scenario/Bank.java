package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.communication.Outbox;
import slipway.library.Library;
import slipway.release.Releases;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The tour's bank as tests meet it: starts releases there and looks at its sites, library, CMDB and mail. */
@Component
class Bank {
    private static final UnitId UNIT = new UnitId("iban-check");

    private final Stage stage;
    private final Releases releases;
    private final Cmdb cmdb;
    private final Library library;
    private final DataFolder data;
    private final Outbox outbox;

    Bank(Stage stage, Releases releases, Cmdb cmdb, Library library, DataFolder data, Outbox outbox) {
        this.stage = stage;
        this.releases = releases;
        this.cmdb = cmdb;
        this.library = library;
        this.data = data;
        this.outbox = outbox;
    }

    Story release(String requester, String title) {
        String number = stage.start(requester, title, "Tellers wait too long at the counter.");
        stage.settle(number);
        return new Story(stage, releases, cmdb, library, number);
    }

    /** Every file that a site runs, by path, equals the library's byte for byte; nothing more, nothing less. */
    void sitesEqualLibrary(Story story) throws IOException {
        UnitRevision revision = releases.get(story.number()).builtRevision();
        Manifest manifest = library.find(revision).orElseThrow().manifest();
        Map<String, Digest> expected = new TreeMap<>();
        manifest.entries().forEach(entry -> expected.put(entry.path(), entry.digest()));
        for (Site site : cmdb.sites()) {
            assertThat(digests(site.folder().resolve("iban-check/current").toRealPath()))
                    .as("files at " + site.id())
                    .isEqualTo(expected);
        }
    }

    void cmdbEqualsObserved(Story story) {
        UnitRevision revision = releases.get(story.number()).builtRevision();
        assertThat(cmdb.of(UNIT)).hasSize(cmdb.sites().size()).allSatisfy(record -> {
            assertThat(record.observed()).isEqualTo(revision);
            assertThat(record.verified()).isEqualTo(revision);
            assertThat(record.authorised()).isEqualTo(revision);
        });
    }

    static Map<String, Digest> digests(Path folder) throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(Objects.requireNonNull(folder.relativize(file)).toString(), Digest.of(file));
            }
        }
        return digests;
    }

    /** The outbox was emptied and the mail of the release lies there once for each person told. */
    void noticesSentOnce(Story story, String... recipients) throws IOException {
        outbox.deliverDue();
        outbox.deliverDue();
        List<String> told = new ArrayList<>();
        try (Stream<Path> mails = Files.list(data.sub("mail"))) {
            for (Path mail : mails.sorted().toList()) {
                String text = Files.readString(mail);
                if (text.contains(story.number().value())) {
                    told.add(text.lines()
                            .filter(line -> line.startsWith("To: "))
                            .findFirst()
                            .orElseThrow()
                            .replaceAll(".*?([a-z]+)@.*", "$1"));
                }
            }
        }
        assertThat(told).as("who was told of " + story.number()).containsExactlyInAnyOrder(recipients);
    }
}
