package slipway.check;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.Clearance;
import slipway.release.ChapterSource;
import slipway.shared.ReleaseNumber;

@Component
@Transactional(readOnly = true)
class ChecksSource implements ChapterSource<ChecksChapter> {
    private final CheckRows rows;

    ChecksSource(CheckRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<ChecksChapter> type() {
        return ChecksChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.DECISIONS;
    }

    @Override
    public ChecksChapter of(ReleaseNumber release) {
        return new ChecksChapter(rows.of(release));
    }
}
