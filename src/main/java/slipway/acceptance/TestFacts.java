package slipway.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.approval.DecisionFacts;
import slipway.library.Library;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What was delivered and how its trials went, for everybody who decides on it. */
@Component
class TestFacts implements DecisionFacts {
    private static final double MILLIS = 1000.0;

    private final Releases releases;
    private final Library library;
    private final FindingRows rows;

    TestFacts(Releases releases, Library library, FindingRows rows) {
        this.releases = releases;
        this.library = library;
        this.rows = rows;
    }

    @Override
    public Map<String, Object> facts(ReleaseNumber number) {
        Release release = releases.get(number);
        UnitRevision revision = release.revision();
        if (revision == null) {
            return Map.of();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("unit", revision.unit().value());
        facts.put("version", revision.version());
        facts.put("revisionDigest", revision.digest().hex());
        facts.put("artefacts", library.find(revision).map(TestFacts::artefacts).orElse(List.of()));
        facts.put("installResult", result(number, revision, Trial.INSTALLATION));
        facts.put("testResult", result(number, revision, Trial.TESTS));
        facts.put("rehearsalResult", result(number, revision, Trial.BACK_OUT_REHEARSAL));
        rows.newest(number, revision, Trial.BACK_OUT_REHEARSAL)
                .ifPresent(rehearsal -> facts.put("rehearsalSeconds", rehearsal.millis() / MILLIS));
        return facts;
    }

    private String result(ReleaseNumber number, UnitRevision revision, Trial trial) {
        Optional<Finding> finding = rows.newest(number, revision, trial);
        return finding.map(found -> (found.passed() ? "passed: " : "FAILED: ") + found.summary())
                .orElse("missing");
    }

    private static List<Map<String, Object>> artefacts(Library.Holding holding) {
        return holding.manifest().entries().stream()
                .map(entry -> Map.<String, Object>of(
                        "path",
                        entry.path(),
                        "size",
                        entry.size(),
                        "digest",
                        entry.digest().hex()))
                .toList();
    }
}
