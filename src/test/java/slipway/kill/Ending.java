package slipway.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.testing.LoggedItems;

/** How the releases must have ended, whatever was killed on their way. */
final class Ending {
    private static final String BASELINE = "before-slipway";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SITES = List.of("zurich", "new-york", "singapore-dr");
    private static final List<String> UNITS = List.of("iban-check", "payment-file", "bank-directory");

    private final Installation installation;
    private final Map<Delivery, String> releases;

    Ending(Installation installation, Map<Delivery, String> releases) {
        this.installation = installation;
        this.releases = releases;
    }

    /** Checks all of it; how many mails arrived, in words. */
    String holds() throws IOException, SQLException {
        try (Connection connection = installation.connect()) {
            JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // Of the end itself people are told a moment after it.
            await("every notice to leave").atMost(PATIENCE).until(() -> everybodyIsTold(sql));
            libraryHoldsWhatItsNamesSay();
            for (Map.Entry<Delivery, String> each : releases.entrySet()) {
                ended(sql, each.getKey(), each.getValue());
            }
            assertThat(LoggedItems.disagreements(sql, UNITS)).isEmpty();
            theyRanAtOnce(sql);
            nothingIsLeft(sql);
            Mailbag mails = new Mailbag(installation, sql);
            mails.holds();
            return mails.words();
        }
    }

    private boolean everybodyIsTold(JdbcClient sql) {
        return sql.sql("""
                        select count(distinct release) filter (where template = 'release-closed') = :releases
                            and bool_and(sent_at is not null)
                        from slipway.outbox
                        """)
                .param("releases", releases.size())
                .query(Boolean.class)
                .single();
    }

    private void ended(JdbcClient sql, Delivery delivery, String release) throws IOException {
        assertThat(rows(sql, "select state || '|' || outcome from slipway.release where number = ?", release))
                .containsExactly("CLOSED|SUCCESS");
        Manifest manifest =
                Manifest.parse(rows(sql, "select manifest from slipway.library_holding where release = ?", release)
                        .getFirst());
        for (String site : SITES) {
            siteEqualsLibrary(installation.unit(site, delivery), release, manifest);
        }
        cmdbIs(sql, delivery, release, manifest.digest().hex());
        logTells(sql, delivery, release, manifest.digest().hex());
        nothingHappenedTwice(sql, delivery, release);
    }

    private void libraryHoldsWhatItsNamesSay() throws IOException {
        try (Stream<Path> all = Files.walk(installation.data().resolve("library/contents"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(Digest.of(file).hex()).hasToString(name(file));
            }
        }
    }

    private void siteEqualsLibrary(Path unit, String release, Manifest manifest) throws IOException {
        String place = unit.toString();
        assertThat(names(unit)).as(place).containsExactlyInAnyOrder("current", "releases");
        assertThat(names(unit.resolve("releases"))).as(place).containsExactlyInAnyOrder(BASELINE, release);
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
                    .as(entry.path() + " in " + place)
                    .isEqualTo(-1);
        }
        assertThat(found).as(place).isEqualTo(expected);
    }

    private static void cmdbIs(JdbcClient sql, Delivery delivery, String release, String digest) {
        assertThat(rows(
                        sql,
                        "select site || '|' || authorised_digest || '|' || observed_digest || '|' || verified_digest"
                                + " from slipway.ci where authorised_by = ? and unit = ?",
                        release,
                        delivery.unit()))
                .containsExactlyInAnyOrderElementsOf(eachSite("|" + digest + "|" + digest + "|" + digest));
        assertThat(rows(sql, "select digest || '|' || state from slipway.release_part where release = ?", release))
                .containsExactly(digest + "|ACCEPTED");
        assertThat(rows(
                        sql,
                        "select site || '|' || state || '|' || attempt from slipway.site_target where release = ?",
                        release))
                .containsExactlyInAnyOrderElementsOf(eachSite("|VERIFIED|1"));
    }

    /** Each step at each site once, and of nothing else. */
    private static void logTells(JdbcClient sql, Delivery delivery, String release, String digest) {
        String unit = delivery.unit();
        for (String step : List.of("SiteDistributed", "SiteActivated", "SiteVerified")) {
            assertThat(rows(
                            sql,
                            "select body ->> 'site' from slipway.event where release = ? and type = ? and body ->> 'unit' = ?",
                            release,
                            step,
                            unit))
                    .as(step)
                    .containsExactlyInAnyOrderElementsOf(SITES);
        }
        assertThat(rows(
                        sql,
                        "select right(body ->> 'revision', 64) from slipway.event"
                                + " where release = ? and type = 'SiteVerified'",
                        release))
                .hasSameSizeAs(SITES)
                .allMatch(digest::equals);
        assertThat(rows(
                        sql,
                        "select body ->> 'to' from slipway.event where release = ? and type = 'ReleaseMoved'"
                                + " order by seq",
                        release))
                .as("the way of the release")
                .doesNotHaveDuplicates()
                .endsWith("REVIEWED");
    }

    private static void nothingHappenedTwice(JdbcClient sql, Delivery delivery, String release) {
        assertThat(rows(sql, "select attempt || '|' || state from slipway.build where release = ?", release))
                .isEqualTo(delivery.builds());
        assertThat(rows(sql, """
                        select type || ' ' || body from slipway.event where release = ?
                        group by type, subject, actor, body having count(*) > 1
                        """, release)).isEmpty();
    }

    private void theyRanAtOnce(JdbcClient sql) {
        String between = "select seq::text from slipway.event where type = ? order by seq";
        List<String> starts = rows(sql, between, "RolloutStarted");
        List<String> ends = rows(sql, between, "RolloutFinished");
        assertThat(starts).hasSameSizeAs(releases.keySet());
        assertThat(Long.parseLong(starts.getLast())).isLessThan(Long.parseLong(ends.getFirst()));
    }

    private static void nothingIsLeft(JdbcClient sql) {
        assertThat(rows(sql, "select state from slipway.site_order where state <> 'DONE'"))
                .isEmpty();
        for (String left : List.of("act_ru_execution", "act_ru_ext_task", "act_ru_incident", "act_ru_task")) {
            assertThat(rows(sql, "select id_ from slipway_engine." + left))
                    .as(left)
                    .isEmpty();
        }
    }

    private static List<String> eachSite(String text) {
        return SITES.stream().map(site -> site + text).toList();
    }

    private static List<String> rows(JdbcClient sql, String question, Object... params) {
        return sql.sql(question).params(params).query(String.class).list();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.map(Ending::name).sorted().toList());
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
