package slipway.review.process;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.release.Journal;
import slipway.release.Releases;
import slipway.review.Reviews;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What the forms of the review show. */
@Component
class ReviewFacts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH);

    private final Releases releases;
    private final Cmdb cmdb;
    private final Journal journal;
    private final Reviews reviews;

    ReviewFacts(Releases releases, Cmdb cmdb, Journal journal, Reviews reviews) {
        this.releases = releases;
        this.cmdb = cmdb;
        this.journal = journal;
        this.reviews = reviews;
    }

    /** Number and title, which every form starts with. */
    Map<String, Object> heading(ReleaseNumber number) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", number.value());
        facts.put("title", releases.get(number).title());
        return facts;
    }

    /** What each site runs, as it was observed last. */
    List<Map<String, Object>> sites(ReleaseNumber number) {
        UnitRevision revision = releases.get(number).builtRevision();
        return cmdb.of(revision.unit()).stream()
                .map(entry -> Map.<String, Object>of(
                        "site", entry.site().value(),
                        "installed", version(entry.observed()),
                        "state", revision.equals(entry.verified()) ? "verified" : "not on this revision"))
                .toList();
    }

    /** The same, as results to score objectives by. */
    List<Map<String, Object>> results(ReleaseNumber number) {
        return sites(number).stream()
                .map(row -> Map.<String, Object>of(
                        "result", "Site " + row.get("site"), "value", row.get("installed") + ", " + row.get("state")))
                .toList();
    }

    List<Map<String, Object>> scores(ReleaseNumber number) {
        return reviews.scores(number).stream()
                .map(score -> Map.<String, Object>of(
                        "objective", score.objective(),
                        "score", score.met() ? "MET" : "MISSED",
                        "remark", score.remark(),
                        "by", score.by().id()))
                .toList();
    }

    List<Map<String, Object>> events(ReleaseNumber number) {
        List<Map<String, Object>> rows = new ArrayList<>();
        journal.of(number)
                .forEach(entry -> rows.add(Map.of(
                        "at", TIME.format(entry.at().atOffset(ZoneOffset.UTC)),
                        "event", words(entry.event()),
                        "actor", entry.actor() == null ? "Slipway" : entry.actor())));
        return rows;
    }

    /** ReleaseMoved reads as Release moved. */
    private static String words(String event) {
        String apart = event.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return apart.substring(0, 1) + apart.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String version(@Nullable UnitRevision revision) {
        return revision == null
                ? "none"
                : revision.version() + " (" + revision.digest().brief() + ")";
    }
}
