package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;
import slipway.testing.ProcessTest;

/** Two releases that want the same sites. */
@ProcessTest
class SharedSitesTest {
    private static final SiteId ZURICH = new SiteId("zurich");

    @Autowired
    private Bank bank;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private Releases releases;

    @Autowired
    private Changes changes;

    @BeforeEach
    void everySiteRunsTheBaseline() throws IOException {
        bank.everySiteRunsTheBaseline();
    }

    @AfterEach
    void timeIsNowAgain() {
        ClockUtil.reset();
        bank.endsEverything();
    }

    @Test
    void a_site_that_a_later_release_reached_does_not_fall_when_the_earlier_one_is_backed_out() throws IOException {
        String former = bank.tag(Map.of());
        Breakage breakage = Breakage.of(cmdb.site(new SiteId("new-york")).folder());
        Story first = bank.release("mara", "The earlier release");
        first.confirmsScope("rita", former, bank.approvedRfc("Earlier"))
                .goesToItsGo("1: zurich\n2: new-york\n3: singapore-dr")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna")
                .is(ReleaseState.IN_ROLLOUT);
        first.stage().interceptNext(slipway.site.Order.Kind.INSTALL, breakage::breakSite);
        first.reachesNextTimer().waitsAt("DecideOnPausedRollout").siteShows("zurich", former.substring(1));
        breakage.repair();

        String later = bank.tag(Map.of());
        Story second = bank.release("mara", "The later release");
        second.confirmsScope("rita", Map.of(Bank.UNIT, later), Set.of("zurich"), bank.approvedRfc("Later"))
                .goesToItsGo("1: zurich")
                .confirmsReadiness("zoe")
                .signsAudit("anna")
                .reachesNextTimer()
                .is(ReleaseState.DEPLOYED)
                .signsAudit("anna")
                .closes()
                .isClosed(Outcome.SUCCESS);
        UnitRevision there = releases.submitted(second.number()).revision(Bank.UNIT);

        assertThat(first.shows("rita", "DecideOnPausedRollout", "later"))
                .contains(second.number().value());
        first.decidesOnPause("rita", "BACK_OUT_ALL").siteShows("zurich", later.substring(1));
        assertThat(cmdb.find(ZURICH, Bank.UNIT).orElseThrow().authorised()).isEqualTo(there);
        first.signsAudit("anna");
        assertThat(cmdb.find(ZURICH, Bank.UNIT).orElseThrow().verified()).isEqualTo(there);
    }

    @Test
    void a_second_release_sees_the_first_when_it_is_planned_and_waits_for_the_sites_it_has_reserved()
            throws IOException {
        Story first = bank.release("mara", "The first at these sites");
        first.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("First"))
                .goesToItsGo("1: zurich\n2: new-york, singapore-dr");

        Story second = bank.release("mara", "The second at these sites");
        second.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Second"));
        assertThat(second.shows("rita", "DraftPlan", "plan"))
                .contains(first.number().value());
        second.goesToItsAcceptance().arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr");
        second.attempt("carl", "GiveGoNoGo", Map.of("decision", "GO", "reason", "It is late"))
                .hasMessageContaining("reserved-by-another")
                .hasMessageContaining(first.number().value());

        first.confirmsReadiness("nils").confirmsReadiness("zoe").signsAudit("anna");
        first.reachesNextTimer().reachesNextTimer().is(ReleaseState.DEPLOYED);
        second.attempt("carl", "GiveGoNoGo", Map.of("decision", "GO", "reason", "Now"))
                .as("the sites run something else than what was planned to be replaced")
                .hasMessageContaining("predecessor");
        second.does("carl", "GiveGoNoGo", Map.of("decision", "REPLAN", "reason", "The sites moved on."))
                .does("rita", "ArrangeWaves", Map.of("decision", "REPLAN", "reason", "Another predecessor"))
                .is(ReleaseState.SUBMITTED)
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .judgesTests("tom")
                .acceptsForBusiness("olga")
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .givesGo("carl")
                .is(ReleaseState.AUTHORISED);
    }

    @Test
    void an_rfc_is_implemented_when_it_is_at_every_site_that_a_release_set_out_to_bring_it_to() throws IOException {
        String rfc = bank.approvedRfc("At three sites");
        String tag = bank.tag(Map.of());
        Story first = rollout(
                        bank.release("mara", "Ends at one site"),
                        tag,
                        Set.of(),
                        "1: zurich\n2: new-york\n3: singapore-dr",
                        rfc)
                .stops("nils", "Zürich shall be looked at.")
                .decidesOnPause("rita", "END_HERE")
                .decidesOnPause("carl", "END_HERE")
                .is(ReleaseState.DEPLOYED);
        first.signsAudit("anna").closes();
        assertThat(status(rfc)).isEqualTo(Rfc.Status.APPROVED);

        Story second = rollout(bank.release("mara", "At one more"), tag, Set.of("new-york"), "1: new-york", rfc);
        second.reachesNextTimer().signsAudit("anna").closes().isClosed(Outcome.SUCCESS);
        assertThat(status(rfc)).as("Singapore is still without").isEqualTo(Rfc.Status.APPROVED);

        Story third = rollout(bank.release("mara", "At the last"), tag, Set.of("singapore-dr"), "1: singapore-dr", rfc);
        third.reachesNextTimer().signsAudit("anna").closes().isClosed(Outcome.SUCCESS);
        assertThat(status(rfc)).isEqualTo(Rfc.Status.IMPLEMENTED);
    }

    private static Story rollout(Story story, String tag, Set<String> sites, String waves, String rfc) {
        story.confirmsScope("rita", Map.of(Bank.UNIT, tag), sites, rfc).goesToItsGo(waves);
        if (waves.contains("new-york")) {
            story.confirmsReadiness("nils");
        }
        if (waves.contains("zurich") || waves.contains("singapore-dr")) {
            story.confirmsReadiness("zoe");
        }
        return story.signsAudit("anna").is(ReleaseState.IN_ROLLOUT);
    }

    private Rfc.Status status(String rfc) {
        return changes.find(new RfcNumber(rfc)).orElseThrow().status();
    }
}
