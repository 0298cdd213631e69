package slipway.acceptance;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.TestsChapter.Judged;
import slipway.acceptance.TestsChapter.Tried;
import slipway.build.Deliveries;
import slipway.identity.Clearance;
import slipway.release.ChapterSource;
import slipway.release.ReleasePart;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** Tells the dossier what was tried of the revisions that the parts have now. */
@Component
@Transactional(readOnly = true)
class TestsSource implements ChapterSource<TestsChapter> {
    private static final double MILLIS = 1000;

    private final Releases releases;
    private final PartVerdicts verdicts;
    private final Deliveries deliveries;

    TestsSource(Releases releases, PartVerdicts verdicts, Deliveries deliveries) {
        this.releases = releases;
        this.verdicts = verdicts;
        this.deliveries = deliveries;
    }

    @Override
    public Class<TestsChapter> type() {
        return TestsChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.DECISIONS;
    }

    @Override
    public TestsChapter of(ReleaseNumber number) {
        return releases.get(number) instanceof SubmittedRelease release
                ? new TestsChapter(
                        release.parts().stream().flatMap(this::tried).toList(),
                        release.parts().stream().flatMap(this::judged).toList())
                : new TestsChapter(List.of(), List.of());
    }

    private Stream<Tried> tried(ReleasePart part) {
        return verdicts.findings(part).stream().map(TestsSource::tried);
    }

    private static Tried tried(Finding finding) {
        return new Tried(
                finding.revision().unit(),
                finding.revision().version(),
                finding.trial().words(),
                finding.predecessor().map(Content::toString).orElse(""),
                finding.words(),
                finding.millis() / MILLIS);
    }

    private Stream<Judged> judged(ReleasePart part) {
        return part.revision().map(revision -> judged(part, revision)).stream();
    }

    private Judged judged(ReleasePart part, UnitRevision revision) {
        return new Judged(
                part.unit(),
                revision.version(),
                VerdictWords.of(verdicts.verdict(part.id())),
                deliveries
                        .newest(part.id())
                        .filter(delivery ->
                                delivery.revision().filter(revision::equals).isPresent())
                        .map(Deliveries.Delivery::vouchedBy)
                        .orElse(""));
    }
}
