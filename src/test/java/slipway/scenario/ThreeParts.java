package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.rollout.SiteStand;
import slipway.rollout.SiteTargets;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.site.Order;

/** A release of three parts, two of them built and one delivered by a vendor, at three sites. */
@Component
class ThreeParts {
    private final Bank bank;
    private final SiteTargets targets;
    private final Cmdb cmdb;

    ThreeParts(Bank bank, SiteTargets targets, Cmdb cmdb) {
        this.bank = bank;
        this.targets = targets;
        this.cmdb = cmdb;
    }

    /** Every part reaches every site. */
    Story reachEverySite() throws IOException {
        Story story = accepted();
        story.arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .givesGo("carl")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna")
                .reachesNextTimer()
                .reachesNextTimer()
                .is(ReleaseState.DEPLOYED)
                .signsAudit("anna")
                .closes()
                .isClosed(Outcome.SUCCESS);
        bank.sitesEqualLibrary(story.number());
        bank.cmdbEqualsObserved(story.number());
        return story;
    }

    /** One part fails at one site: what follows it there stops, the site counts once, and a person decides. */
    void oneFailsAtOneSite() throws IOException {
        Site newYork = cmdb.site(new SiteId("new-york"));
        Breakage breakage = Breakage.of(newYork.folder());
        Story story = accepted();
        story.arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .givesGo("carl")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna")
                .is(ReleaseState.IN_ROLLOUT);
        story.stage().interceptNext(Order.Kind.INSTALL, breakage::breakSite);
        story.reachesNextTimer().waitsAt("DecideOnPausedRollout").is(ReleaseState.PAUSED);
        SiteStand stand = at(story, newYork.id());
        assertThat(stand.state()).isEqualTo(TargetState.FAILED);
        int broken = place(stand, Bank.UNIT);
        assertThat(stand.parts())
                .allSatisfy(part -> assertThat(part.state())
                        .as(part.unit() + " at New York")
                        .isEqualTo(
                                part.place() < broken
                                        ? TargetState.VERIFIED
                                        : part.place() == broken ? TargetState.FAILED : TargetState.NOT_REACHED));
        assertThat(targets.figures(story.number()).failed()).isEqualTo(1);
        breakage.repair();
        story.decidesOnPause("rita", "BACK_OUT_FAILED").waitsAt("DecideOnPausedRollout");
        for (UnitId unit : List.of(Bank.UNIT, Bank.PAYMENTS, Bank.DIRECTORY)) {
            assertThat(cmdb.find(newYork.id(), unit).orElseThrow().verified())
                    .as(unit + " at New York")
                    .isEqualTo(bank.baseline(unit).revision());
        }
        story.decidesOnPause("rita", "RESUME")
                .reachesNextTimer()
                .is(ReleaseState.DEPLOYED)
                .signsAudit("anna")
                .closes()
                .isClosed(Outcome.WITH_ISSUES);
        bank.siteEqualsLibrary(story.number(), cmdb.site(new SiteId("zurich")));
        bank.siteEqualsLibrary(story.number(), cmdb.site(new SiteId("singapore-dr")));
    }

    private Story accepted() throws IOException {
        bank.everySiteRunsTheBaseline();
        Story story = bank.release("mara", "Payments by the file");
        return story.confirmsScope(
                        "rita",
                        Map.of(
                                Bank.UNIT,
                                bank.tag(Map.of()),
                                Bank.PAYMENTS,
                                bank.tag(Bank.PAYMENTS, Map.of()),
                                Bank.DIRECTORY,
                                "2026.11"),
                        bank.approvedRfc(Bank.UNIT, "Whole files"),
                        bank.approvedRfc(Bank.PAYMENTS, "Payment files"),
                        bank.approvedRfc(Bank.DIRECTORY, "The directory of November"))
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .attestsScan("sofia")
                .is(ReleaseState.IN_TEST)
                .judgesTests("tom")
                .acceptsForBusiness("olga")
                .is(ReleaseState.ACCEPTED);
    }

    private SiteStand at(Story story, SiteId site) {
        return targets.sites(story.number()).stream()
                .filter(stand -> stand.site().equals(site))
                .findFirst()
                .orElseThrow();
    }

    private static int place(SiteStand stand, UnitId unit) {
        return stand.parts().stream()
                .filter(part -> part.unit().equals(unit))
                .mapToInt(Target::place)
                .findFirst()
                .orElseThrow();
    }
}
