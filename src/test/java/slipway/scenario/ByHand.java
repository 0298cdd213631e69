package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.audit.AuditEvent;
import slipway.audit.Phase;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.event.EventLog;
import slipway.library.Library;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.rollout.SiteStand;
import slipway.rollout.SiteTargets;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.PartId;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.site.Channels;
import slipway.site.Manifests;
import slipway.testing.WholeTree;

/** A release of two parts at a site that Slipway does not reach: whatever is done there a person does and reports. */
@Component
class ByHand {
    private static final SiteId NEW_YORK = new SiteId("new-york");

    private final Bank bank;
    private final Releases releases;
    private final SiteTargets targets;
    private final Cmdb cmdb;
    private final Library library;
    private final Channels channels;
    private final Manifests manifests;
    private final EventLog log;
    private final Typist typist;

    ByHand(
            Bank bank,
            Releases releases,
            SiteTargets targets,
            Cmdb cmdb,
            Library library,
            Channels channels,
            Manifests manifests,
            EventLog log,
            Typist typist) {
        this.bank = bank;
        this.releases = releases;
        this.targets = targets;
        this.cmdb = cmdb;
        this.library = library;
        this.channels = channels;
        this.manifests = manifests;
        this.log = log;
        this.typist = typist;
    }

    /** Looked at, installed, returned since one part fails, and looked at again; people end the rollout then. */
    void isInstalledAndReturned() throws IOException {
        bank.everySiteRunsTheBaseline();
        Site reached = cmdb.site(NEW_YORK);
        cmdb.registerSite(new Site(
                reached.id(),
                reached.name(),
                reached.zone(),
                reached.coordinator(),
                reached.mandatory(),
                reached.disasterRecovery(),
                Channel.BY_HAND,
                "5 Wall Street, third floor"));
        try {
            installedAndReturned(reached);
        } finally {
            cmdb.registerSite(reached);
        }
    }

    private void installedAndReturned(Site folder) throws IOException {
        Story story = authorised();
        story.confirmsReadiness("nils").confirmsReadiness("zoe").waitsAt("DoWorkByHand");
        remediates(story, folder);
        looks(story, folder);
        looks(story, folder);
        story.signsAudit("anna").is(ReleaseState.IN_ROLLOUT).waitsAt("DoWorkByHand");

        UnitId installed = installs(story, folder);
        UnitId failed = fails(story);
        assertThat(List.of(installed, failed)).containsExactlyInAnyOrder(Bank.UNIT, Bank.PAYMENTS);
        story.waitsAt("DecideOnPausedRollout").is(ReleaseState.PAUSED);
        assertThat(states(story)).isEqualTo(Map.of(installed, TargetState.VERIFIED, failed, TargetState.FAILED));

        story.decidesOnPause("rita", "BACK_OUT_FAILED").waitsAt("DoWorkByHand");
        returns(story, folder);
        returns(story, folder);
        assertThat(states(story).values()).containsOnly(TargetState.RESTORED);
        for (UnitId unit : List.of(installed, failed)) {
            assertThat(cmdb.find(NEW_YORK, unit).orElseThrow().verified())
                    .as(unit + " at New York")
                    .isEqualTo(bank.baseline(unit).revision());
        }

        story.decidesOnPause("rita", "END_HERE")
                .decidesOnPause("carl", "END_HERE")
                .is(ReleaseState.DEPLOYED);
        looks(story, folder);
        looks(story, folder);
        story.signsAudit("anna").closes().isClosed(Outcome.BACKED_OUT);
    }

    private Story authorised() throws IOException {
        return bank.release("mara", "By hand")
                .confirmsScope(
                        "rita",
                        Map.of(
                                Bank.UNIT, bank.tag(Map.of()),
                                Bank.PAYMENTS, bank.tag(Bank.PAYMENTS, Map.of())),
                        bank.approvedRfc(Bank.UNIT, "Whole files"),
                        bank.approvedRfc(Bank.PAYMENTS, "Payment files"))
                .goesToItsGo("1: new-york\n2: zurich, singapore-dr");
    }

    /** Somebody left a file there: it is found by hand, and put right by hand. */
    private void remediates(Story story, Site folder) throws IOException {
        Path left = Files.writeString(current(folder, Bank.UNIT).resolve("left.txt"), "left");
        looks(story, folder);
        looks(story, folder);
        assertThat(story.shows("anna", "SignAudit", "findings")).contains("new-york", "left.txt");
        Files.delete(left);
        story.does("anna", "SignAudit", Map.of("decision", "REMEDIATE", "remarks", "Take it away"))
                .does("dana", "RemediateFindings", Map.of("remark", "Taken away"));
        assertThat(log.latest(story.number(), AuditEvent.FindingsRemediated.class))
                .as("what is on record of the remedy")
                .contains(new AuditEvent.FindingsRemediated(
                        Phase.BEFORE, typist.said("remediate-findings", "remark", "Taken away")));
    }

    /** A task that asks for a look, and nothing else. */
    private void looks(Story story, Site folder) throws IOException {
        assertThat(shown(story, "todo")).endsWith("Change nothing.");
        assertThat(shown(story, "manifest")).as("what is signed for a look").isEmpty();
        reports(story, folder, unit(story));
    }

    /** What the form says is done, with the manifest that it shows; which part that was. */
    private UnitId installs(Story story, Site folder) throws IOException {
        UnitId unit = unit(story);
        UnitRevision revision =
                releases.part(new PartId(story.number(), unit)).revision().orElseThrow();
        assertThat(shown(story, "todo")).startsWith("Install " + revision + " at New York branch");
        isSigned(story);
        story.attempt("dana", "DoWorkByHand", report(folder, unit)).hasMessageContaining("inventory-differs");
        brings(folder, revision, "by-dana");
        reports(story, folder, unit);
        return unit;
    }

    private UnitId fails(Story story) {
        UnitId unit = unit(story);
        isSigned(story);
        story.does("dana", "DoWorkByHand", Map.of("outcome", "NOT_DONE", "remark", "The disk is full"));
        return unit;
    }

    private void returns(Story story, Site folder) throws IOException {
        UnitId unit = unit(story);
        UnitRevision before = bank.baseline(unit).revision();
        assertThat(shown(story, "todo")).startsWith("Return " + unit + " at New York branch to " + before + ".");
        isSigned(story);
        brings(folder, before, "before-slipway");
        reports(story, folder, unit);
    }

    private void isSigned(Story story) {
        assertThat(manifests.check(shown(story, "manifest"), NEW_YORK))
                .as("the manifest that the form shows")
                .hasFieldOrProperty("manifest");
    }

    private void brings(Site folder, UnitRevision revision, String name) {
        Library.Holding holding = library.find(revision).orElseThrow();
        channels.distribution(folder).distribute(folder, revision.unit(), name, holding.manifest(), library::fetch);
        channels.distribution(folder).activate(folder, revision.unit(), name);
    }

    private static void reports(Story story, Site folder, UnitId unit) throws IOException {
        story.does("dana", "DoWorkByHand", report(folder, unit));
    }

    /** What the line of shell on the form prints there. */
    private static Map<String, Object> report(Site folder, UnitId unit) throws IOException {
        String lines = WholeTree.of(current(folder, unit)).files().stream()
                .map(file -> (file.executable() ? "755 " : "644 ") + file.size() + " "
                        + file.digest().hex() + "  ./" + file.path() + "\n")
                .collect(Collectors.joining());
        return Map.of("outcome", "DONE", "inventory", lines + "end\n");
    }

    private static Path current(Site folder, UnitId unit) throws IOException {
        return folder.folder().resolve(unit.value()).resolve("current").toRealPath();
    }

    private static UnitId unit(Story story) {
        return new UnitId(shown(story, "unitName"));
    }

    private static String shown(Story story, String key) {
        return story.shows("dana", "DoWorkByHand", key);
    }

    private Map<UnitId, TargetState> states(Story story) {
        return targets.sites(story.number()).stream()
                .filter(stand -> stand.site().equals(NEW_YORK))
                .map(SiteStand::parts)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Target::unit, Target::state));
    }
}
