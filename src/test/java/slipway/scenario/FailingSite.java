package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.rollout.SiteStand;
import slipway.rollout.SiteTargets;
import slipway.rollout.TargetState;
import slipway.shared.Digest;
import slipway.shared.SiteId;
import slipway.site.Order;

/** One of two sites of a wave fails and the rollout pauses; what people make of it. */
@Component
class FailingSite {
    private final Bank bank;
    private final SiteTargets targets;
    private final Cmdb cmdb;

    FailingSite(Bank bank, SiteTargets targets, Cmdb cmdb) {
        this.bank = bank;
        this.targets = targets;
        this.cmdb = cmdb;
    }

    /** The failed site is backed out, which fails too until it is repaired; the rest goes on. */
    void isRepairedAndClosed() throws IOException {
        bank.everySiteRunsTheBaseline();
        String tag = bank.tag(Map.of());
        Breakage breakage = Breakage.of(cmdb.site(new SiteId("zurich")).folder());
        Story story = pausedBy(breakage, tag);
        story.attempt("rita", "DecideOnPausedRollout", Map.of("decision", "RESUME", "reason", "Zürich can wait"))
                .hasMessageContaining("failed-sites-open");

        story.decidesOnPause("rita", "BACK_OUT_FAILED").waitsAt("RepairSite");
        assertThat(states(story)).containsEntry("zurich", TargetState.BACKOUT_FAILED);
        breakage.repair();
        story.repairsSite("dana").waitsAt("DecideOnPausedRollout");
        assertThat(states(story)).containsEntry("zurich", TargetState.REPAIRED);

        story.decidesOnPause("rita", "RESUME").reachesNextTimer().siteShows("singapore-dr", tag.substring(1));
        story.reachesNextTimer().is(ReleaseState.DEPLOYED).signsAudit("anna").reachesNextTimer();
        story.scoresObjectives("olga").recordsLessons("rita").reviews("carl");
        story.isClosed(Outcome.FAILED).siteShowsNot("zurich", tag.substring(1));
        bank.siteEqualsLibrary(story.number(), cmdb.site(new SiteId("new-york")));
        bank.siteEqualsLibrary(story.number(), cmdb.site(new SiteId("singapore-dr")));
    }

    /** Every site returns to what it ran; nothing of the release stays live. */
    void endsBackedOut() throws IOException {
        bank.everySiteRunsTheBaseline();
        Map<String, Digest> before = bank.currentlyRunning();
        Breakage breakage = Breakage.of(cmdb.site(new SiteId("zurich")).folder());
        Story story = pausedBy(breakage, bank.tag(Map.of()));
        breakage.repair();

        story.decidesOnPause("rita", "BACK_OUT_ALL")
                .is(ReleaseState.BACKING_OUT)
                .waitsAt("SignAudit");
        assertThat(states(story))
                .isEqualTo(Map.of(
                        "new-york", TargetState.RESTORED,
                        "zurich", TargetState.RESTORED,
                        "singapore-dr", TargetState.NOT_REACHED));
        assertThat(bank.currentlyRunning()).isEqualTo(before);
        story.signsAudit("anna").reachesNextTimer();
        story.scoresObjectives("olga").recordsLessons("rita").reviews("carl");
        story.isClosed(Outcome.BACKED_OUT);
    }

    private Story pausedBy(Breakage breakage, String tag) throws IOException {
        Story story = bank.release("mara", "One site fails");
        story.confirmsScope("rita", tag, bank.approvedRfc("One more country"))
                .goesToItsAcceptance()
                .arrangesWaves("rita", "1: new-york, zurich\n2: singapore-dr")
                .givesGo("carl")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe");
        story.stage().interceptNext(Order.Kind.INSTALL, breakage::breakSite);
        story.signsAudit("anna");

        // One of two sites is 50 %, more than the 20 % of a minor release.
        story.waitsAt("DecideOnPausedRollout").is(ReleaseState.PAUSED);
        assertThat(states(story))
                .isEqualTo(Map.of(
                        "new-york", TargetState.VERIFIED,
                        "zurich", TargetState.FAILED,
                        "singapore-dr", TargetState.NOT_REACHED));
        return story;
    }

    private Map<String, TargetState> states(Story story) {
        return targets.sites(story.number()).stream()
                .collect(Collectors.toMap(stand -> stand.site().value(), SiteStand::state));
    }
}
