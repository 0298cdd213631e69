package slipway.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** How a release must have ended, whatever was killed on its way. */
final class Ending {
    private static final String BASELINE = "before-slipway";

    private final Installation installation;
    private final String release;

    Ending(Installation installation, String release) {
        this.installation = installation;
        this.release = release;
    }

    void holds() throws IOException, SQLException {
        assertThat(rows("select state, outcome from slipway.release where number = '%s'"))
                .containsExactly("CLOSED|SUCCESS");
        Manifest manifest = Manifest.parse(rows("select manifest from slipway.library_holding where release = '%s'")
                .getFirst());
        libraryHoldsWhatItsNamesSay();
        for (String site : List.of("zurich", "new-york", "singapore-dr")) {
            siteEqualsLibrary(site, manifest);
        }
        cmdbIs(manifest.digest().hex());
        nothingHappenedTwice();
        mailsLieThereOnce();
    }

    private void libraryHoldsWhatItsNamesSay() throws IOException {
        try (Stream<Path> all = Files.walk(installation.data().resolve("library/contents"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(Digest.of(file).hex()).hasToString(name(file));
            }
        }
    }

    private void siteEqualsLibrary(String site, Manifest manifest) throws IOException {
        Path unit = installation.data().resolve("sites").resolve(site).resolve("iban-check");
        assertThat(names(unit)).as(site).containsExactlyInAnyOrder("current", "releases");
        assertThat(names(unit.resolve("releases"))).as(site).containsExactlyInAnyOrder(BASELINE, release);
        assertThat(Files.readSymbolicLink(unit.resolve("current"))).isEqualTo(Path.of("releases", release));
        Path current = unit.resolve("releases").resolve(release);
        Set<String> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(current)) {
            all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> found.add(current.relativize(path).toString()));
        }
        Set<String> expected = new TreeSet<>();
        for (Manifest.Entry entry : manifest.entries()) {
            expected.add(entry.path());
            String hex = entry.digest().hex();
            Path kept = installation
                    .data()
                    .resolve("library/contents")
                    .resolve(hex.substring(0, 2))
                    .resolve(hex);
            assertThat(Files.mismatch(current.resolve(entry.path()), kept))
                    .as(entry.path() + " at " + site)
                    .isEqualTo(-1);
        }
        assertThat(found).as(site).isEqualTo(expected);
    }

    private void cmdbIs(String digest) throws IOException, SQLException {
        assertThat(rows("select authorised_digest, observed_digest, verified_digest from slipway.ci"
                        + " where unit = 'iban-check' and authorised_by = '%s'"))
                .hasSize(3)
                .allMatch((digest + "|" + digest + "|" + digest)::equals);
        assertThat(rows("select digest, state from slipway.release_part where release = '%s'"))
                .containsExactly(digest + "|ACCEPTED");
        assertThat(rows("select state, attempt from slipway.site_target where release = '%s'"))
                .hasSize(3)
                .allMatch("VERIFIED|1"::equals);
    }

    private void nothingHappenedTwice() throws IOException, SQLException {
        assertThat(rows("select attempt, state from slipway.build where release = '%s'"))
                .containsExactly("1|PASSED");
        assertThat(rows("""
                        select type, subject, actor, body, count(*) from slipway.event where release = '%s'
                        group by type, subject, actor, body having count(*) > 1
                        """)).isEmpty();
        assertThat(rows("select state from slipway.site_order where release = '%s' and state <> 'DONE'"))
                .isEmpty();
        for (String left : List.of("act_ru_execution", "act_ru_ext_task", "act_ru_incident", "act_ru_task")) {
            assertThat(rows("select id_ from slipway_engine." + left)).as(left).isEmpty();
        }
    }

    private void mailsLieThereOnce() throws IOException, SQLException {
        List<String> told = new ArrayList<>();
        for (String mail : names(installation.data().resolve("mail"))) {
            assertThat(mail).endsWith(".eml");
            String text = Files.readString(installation.data().resolve("mail").resolve(mail));
            assertThat(text).contains(release);
            told.add(text.lines()
                    .filter(line -> line.startsWith("To: "))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(".*?([a-z]+)@.*", "$1"));
        }
        assertThat(told).containsExactlyInAnyOrder("zoe", "nils", "olga", "chloe");
        assertThat(rows("select recipient from slipway.outbox where sent_at is not null"))
                .containsExactlyInAnyOrderElementsOf(told);
        assertThat(rows("select recipient from slipway.outbox where sent_at is null"))
                .isEmpty();
    }

    private List<String> rows(String question) throws IOException, SQLException {
        try (Connection connection = installation.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question.formatted(release))) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(rows.getString(column)));
                }
                all.add(String.join("|", cells));
            }
            return all;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Ending::name).sorted().toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
