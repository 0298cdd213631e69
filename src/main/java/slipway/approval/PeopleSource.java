package slipway.approval;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.Clearance;
import slipway.identity.PeopleChanges;
import slipway.release.ChapterSource;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;

@Component
@Transactional(readOnly = true)
class PeopleSource implements ChapterSource<PeopleChapter> {
    private final Releases releases;
    private final PeopleChanges people;

    PeopleSource(Releases releases, PeopleChanges people) {
        this.releases = releases;
        this.people = people;
    }

    @Override
    public Class<PeopleChapter> type() {
        return PeopleChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.DECISIONS;
    }

    @Override
    public PeopleChapter of(ReleaseNumber number) {
        Release release = releases.get(number);
        // Once sites were touched nobody decides on the whole any more.
        return new PeopleChapter(
                release.state().compareTo(ReleaseState.IN_ROLLOUT) >= 0
                        ? List.of()
                        : people.since(release.draftedAt()));
    }
}
