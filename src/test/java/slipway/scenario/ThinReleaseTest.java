package slipway.scenario;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.testing.ProcessTest;

/** One release from the approved RFCs to closed, as its people live it. */
@ProcessTest
class ThinReleaseTest {
    @Autowired
    private Bank bank;

    @Test
    void a_minor_release_goes_from_an_approved_rfc_to_audited_and_closed() throws IOException {
        Story story = bank.release("mara", "IBANs by the file");

        story.confirmsScope("rita", "v1.1.0", "RFC-1001", "RFC-1002");
        story.draftsPlan("rita").approvesBaseline("carl").is(ReleaseState.IN_BUILD);
        story.settles().attestsScan("sofia").is(ReleaseState.IN_TEST);
        story.settles().judgesTests("tom").acceptsForBusiness("olga").is(ReleaseState.ACCEPTED);
        story.arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr").is(ReleaseState.SCHEDULED);
        story.givesGo("carl").is(ReleaseState.AUTHORISED);
        story.confirmsReadiness("nils").confirmsReadiness("zoe").is(ReleaseState.PREPARED);
        story.settles().signsAudit("anna").is(ReleaseState.IN_ROLLOUT);
        story.siteShows("zurich", "1.1.0").siteShows("new-york", "1.0.0");
        story.reachesNextTimer()
                .siteShows("new-york", "1.1.0")
                .reachesNextTimer()
                .is(ReleaseState.DEPLOYED);
        story.signsAudit("anna").is(ReleaseState.EARLY_LIFE);
        story.passes(Duration.ofMinutes(1));
        story.scoresObjectives("olga").recordsLessons("rita").reviews("carl");

        story.isClosed(Outcome.SUCCESS);
        bank.sitesEqualLibrary(story);
        bank.cmdbEqualsObserved(story);
        bank.noticesSentOnce(story, "zoe", "nils", "olga", "chloe");
    }
}
