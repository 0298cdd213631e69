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
import slipway.cmdb.Cmdb;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.release.Releases;
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
        second.draftsPlan("rita")
                .approvesBaseline("carl")
                .attestsScan("sofia")
                .judgesTests("tom")
                .acceptsForBusiness("olga")
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr");
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
}
