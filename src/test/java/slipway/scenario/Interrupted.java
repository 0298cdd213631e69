package slipway.scenario;

import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.PartId;
import slipway.shared.UnitRevision;

/** A release that is interrupted in each way and goes on, and one that is not wanted any more. */
@Component
class Interrupted {
    private static final String WAVES = "1: zurich\n2: new-york, singapore-dr";

    private final Bank bank;
    private final Releases releases;

    Interrupted(Bank bank, Releases releases) {
        this.bank = bank;
        this.releases = releases;
    }

    void goesOnAndCloses() throws IOException {
        bank.everySiteRunsTheBaseline();
        String kept = bank.approvedRfc("Kept");
        String gone = bank.approvedRfc("Taken back");
        Story story = bank.release("mara", "Interrupted in each way");
        story.confirmsScope("rita", bank.tag(Map.of()), kept, gone).goesToItsGo(WAVES);
        story.raises("rita", "RescheduleRelease", of(story, "to", "SCHEDULED"))
                .is(ReleaseState.SCHEDULED)
                .waitsAt("ArrangeWaves")
                .arrangesWaves("rita", WAVES)
                .givesGo("carl");
        story.raises("carl", "WithdrawRfc", Map.of("rfc", gone, "status", "WITHDRAWN", "reason", "Not needed"))
                .waitsAt("ConfirmScope");
        story.confirmsScope("rita", source(story), kept)
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .acceptsForBusiness("olga")
                .arrangesWaves("rita", WAVES)
                .givesGo("carl")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna");
        story.stops("zoe", "No cash").waitsAt("DecideOnPausedRollout").decidesOnPause("rita", "RESUME");
        story.reachesNextTimer().reachesNextTimer().is(ReleaseState.DEPLOYED).signsAudit("anna");
        story.raises(
                        "igor",
                        "ReportSeriousIncident",
                        Map.of("release", story.number().value(), "incident", "INC-7", "what", "Slow"))
                .waitsAt("DecideOnPausedRollout")
                .decidesOnPause("carl", "RESUME")
                .is(ReleaseState.EARLY_LIFE);
        story.closes().isClosed(Outcome.SUCCESS);
        isRecalledAndCancelled();
    }

    private void isRecalledAndCancelled() throws IOException {
        Story story = bank.release("mara", "Recalled and given up");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Given up"))
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .attestsScan("sofia")
                .is(ReleaseState.IN_TEST);
        UnitRevision revision = releases.submitted(story.number()).revision(Bank.UNIT);
        story.raises(
                        "sofia",
                        "RecallRevision",
                        Map.of("unit", "iban-check", "version", revision.version(), "reason", "A key leaked"))
                .is(ReleaseState.IN_BUILD)
                .waitsAt("RepairBuild");
        story.raises("rita", "CancelRelease", of(story, "reason", "No time"))
                .waitsAt()
                .is(ReleaseState.CANCELLED);
    }

    private String source(Story story) {
        return releases.part(new PartId(story.number(), Bank.UNIT)).source();
    }

    private static Map<String, Object> of(Story story, String field, String value) {
        return field.equals("reason")
                ? Map.of("release", story.number().value(), "reason", value)
                : Map.of("release", story.number().value(), field, value, "reason", "Other dates");
    }
}
