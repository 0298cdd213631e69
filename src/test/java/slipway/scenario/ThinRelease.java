package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.planning.Objective;
import slipway.planning.Plans;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.review.ReviewEvent;
import slipway.rollout.RolloutEvent;
import slipway.shared.Actor;

/** One minor release of one unit to three sites in two waves, from the approved RFCs to audited and closed. */
@Component
class ThinRelease {
    private static final String FEWER_CALLS = "A tenth fewer calls at the service desk";

    private final Bank bank;
    private final Plans plans;
    private final Duties duties;
    private final EventLog log;

    ThinRelease(Bank bank, Plans plans, Duties duties, EventLog log) {
        this.bank = bank;
        this.plans = plans;
        this.duties = duties;
        this.log = log;
    }

    Story goesToItsEnd() throws IOException {
        bank.everySiteRunsTheBaseline();
        String tag = bank.tag(Map.of());
        String version = tag.substring(1);
        String first = bank.approvedRfc("Check whole files");
        String second = bank.approvedRfc("Accept spaces");
        Story story = bank.release("mara", "IBANs by the file");

        story.confirmsScope("rita", tag, first, second).is(ReleaseState.SUBMITTED);
        Instant benefit = Stage.now().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);
        assertThat(story.shows("rita", "DraftPlan", "critical2"))
                .as("whether an objective is critical unless somebody says otherwise")
                .isEqualTo("true");
        story.draftsPlan(
                "rita", Map.of("objective2", FEWER_CALLS, "critical2", false, "measured2", benefit.toString()));
        assertThat(plans.get(story.number()).objectives())
                .as("what is critical where nothing is said of the first objective")
                .extracting(Objective::critical)
                .containsExactly(true, false);
        story.approvesBaseline("carl").is(ReleaseState.IN_BUILD);
        story.attestsScan("sofia").is(ReleaseState.IN_TEST);
        story.judgesTests("tom").acceptsForBusiness("olga").is(ReleaseState.ACCEPTED);
        assertThat(story.shows("rita", "ArrangeWaves", "waves"))
                .as("what the table of strategies proposes for three sites")
                .isEqualTo("1: new-york\n2: zurich, singapore-dr");
        assertThat(story.shows("rita", "ArrangeWaves", "pilotStops"))
                .as("what stops the pilot")
                .isEqualTo("a site failed");
        assertThat(story.shows("rita", "ArrangeWaves", "waveStops"))
                .as("what stops a later wave")
                .isEqualTo(
                        "more than 20 % of its sites failed, or more than 5 sites failed, or 3 sites failed one after"
                                + " another");
        story.arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr").is(ReleaseState.SCHEDULED);
        assertThat(log.latest(story.number(), RolloutEvent.RolloutScheduled.class)
                        .orElseThrow()
                        .stops())
                .as("what the history says of it")
                .startsWith("The pilot, wave 1, stops when a site failed; a later wave when more than 20 %");
        story.givesGo("carl").is(ReleaseState.AUTHORISED);
        story.confirmsReadiness("nils").confirmsReadiness("zoe").is(ReleaseState.PREPARED);
        story.signsAudit("anna").is(ReleaseState.IN_ROLLOUT);
        story.siteShows("zurich", version).siteShowsNot("new-york", version);
        story.reachesNextTimer().siteShows("new-york", version).siteShows("singapore-dr", version);
        story.reachesNextTimer().is(ReleaseState.DEPLOYED);
        story.signsAudit("anna").is(ReleaseState.EARLY_LIFE);
        story.reachesNextTimer();
        assertThat(story.shows("olga", "ScoreObjectives", "later2")).isEqualTo(benefit.toString());
        story.does("olga", "ScoreObjectives", Map.of("score1", "MET", "score2", "LATER", "later2", benefit.toString()));
        story.recordsLessons("rita").reviews("carl").closedAs(Outcome.SUCCESS).waitsAt();

        story.reachesNextTimer().waitsAt("ReviewBenefits");
        assertThat(Stage.now()).isBetween(benefit, benefit.plusSeconds(60));
        assertThat(story.shows("olga", "ReviewBenefits", "benefit")).isEqualTo(FEWER_CALLS);
        story.does("olga", "ReviewBenefits", Map.of("result", "MISSED", "remark", "As many calls as before"));
        story.isClosed(Outcome.SUCCESS);
        assertThat(log.latest(story.number(), ReviewEvent.BenefitReviewed.class))
                .as("that the benefit was reviewed")
                .contains(new ReviewEvent.BenefitReviewed(FEWER_CALLS, false, "As many calls as before"));
        bank.sitesEqualLibrary(story.number());
        bank.cmdbEqualsObserved(story.number());
        bank.noticesSentOnce(story.number(), "Rollout of", "zoe", "nils", "olga", "chloe");
        bank.noticesOf(story.number(), "Release closed").isGreaterThanOrEqualTo(7);
        assertThat(bank.mailsOf(story.number()))
                .as("mails of each person")
                .containsKeys("rita", "mara", "carl", "olga", "zoe", "nils", "chloe")
                .allSatisfy((person, mails) -> assertThat(mails)
                        .extracting(mail -> mail.replaceFirst("(?s)^(Rollout of|Release closed).*", "$1"))
                        .doesNotHaveDuplicates()
                        .isSubsetOf("Rollout of", "Release closed"));
        story.rfcsAreImplemented(first, second);
        assertThat(log.of(story.number()))
                .as("that each wave was watched")
                .extracting(EventLog.Entry::event)
                .contains(new RolloutEvent.WaveSoaked(1), new RolloutEvent.WaveSoaked(2));
        performedBy(story, Duty.TESTER, "tom");
        performedBy(story, Duty.ACCEPTOR, "olga");
        performedBy(story, Duty.AUTHORISER, "carl");
        performedBy(story, Duty.AUDITOR, "anna");
        return story;
    }

    private void performedBy(Story story, Duty duty, String person) {
        assertThat(duties.performers(story.number(), duty))
                .as("who is on record as " + duty)
                .containsExactly(new Actor(person));
    }
}
