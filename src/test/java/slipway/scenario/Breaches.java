package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What each condition for going live is there to notice: how it is broken, and the words in which that is said. */
@Component
class Breaches {
    static final SiteId ZURICH = new SiteId("zurich");
    private static final SiteId NEW_YORK = new SiteId("new-york");

    private static final Actor ANNA = new Actor("anna");
    private static final Actor CARL = new Actor("carl");
    private static final Actor TOM = new Actor("tom");

    private final Releases releases;
    private final Approvals approvals;
    private final Audits audits;
    private final Changes changes;
    private final Cmdb cmdb;
    private final Library library;
    private final Clock clock;
    private final JdbcClient jdbc;

    Breaches(
            Releases releases,
            Approvals approvals,
            Audits audits,
            Changes changes,
            Cmdb cmdb,
            Library library,
            Clock clock,
            JdbcClient jdbc) {
        this.releases = releases;
        this.approvals = approvals;
        this.audits = audits;
        this.changes = changes;
        this.cmdb = cmdb;
        this.library = library;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** One breach and what must be said of it. */
    record Breach(String words, Runnable deed) {}

    /** By the name of the condition. */
    Map<String, Breach> of(ReleaseNumber release) {
        return Map.of(
                "approvedRfcs",
                new Breach("Not everything in the release is wanted any more", () -> rejectRfc(release)),
                "acceptedRevision",
                new Breach("has no test verdict that stands", () -> failTests(release)),
                "requiredGatesPassed",
                new Breach(
                        "The baseline is wrong.",
                        () -> decideAgainst(release, Gate.PLAN_BASELINE, "The baseline is wrong.")),
                "goStands",
                new Breach("The go was too early.", () -> {
                    tableDemandsNothingButTheBaseline(release);
                    decideAgainst(release, Gate.GO_LIVE, "The go was too early.");
                }),
                "everybodyReady",
                new Breach("Not confirmed ready and trained", this::changeCoordinator),
                "nothingFallsBack",
                new Breach("is lower than what runs at new-york", this::somethingLaterRuns),
                "fitsBeside",
                new Breach("they would meet at new-york", this::somethingRunsThatConflicts),
                "auditedBefore",
                new Breach("No signed audit before the rollout", () -> disownAudit(release)));
    }

    /** The one RFC of the release asks for this from now on, and has that status. */
    void change(ReleaseNumber release, Rfc.Status status, String criterion) {
        RfcNumber rfc = releases.submitted(release).rfcs().iterator().next();
        changes.register(
                new Rfc(rfc, "Check whole files", Bank.UNIT, Rfc.Impact.LOW, false, status, List.of(criterion)));
    }

    void recall(ReleaseNumber release) {
        UnitRevision revision = releases.submitted(release).revision(Bank.UNIT);
        assertThat(library.recall(revision, new Actor("sofia"), "A key leaked")).hasToString("Done[]");
    }

    private void rejectRfc(ReleaseNumber release) {
        change(release, Rfc.Status.REJECTED, "The tellers say so.");
    }

    private void failTests(ReleaseNumber release) {
        approvals.decide(new PartId(release, Bank.UNIT), Gate.TEST_VERDICT, TOM, false, "It failed.");
    }

    private void decideAgainst(ReleaseNumber release, Gate gate, String reason) {
        approvals.decide(release, gate, CARL, false, reason);
    }

    private void tableDemandsNothingButTheBaseline(ReleaseNumber release) {
        jdbc.sql("""
                        insert into slipway.decision_taken (at, release, process_instance, element, decision_key,
                                                            definition_id, definition_version, inputs, matched_rules, results)
                        values (now(), ?, '', '', 'required-approvals', '', 1, '{}', '[]',
                                '[{"gate": "PLAN_BASELINE", "groupId": "change-manager", "before": "PLANNED"}]')
                        """).param(release.value()).update();
    }

    private void changeCoordinator() {
        Site site = cmdb.site(ZURICH);
        cmdb.registerSite(new Site(
                site.id(),
                site.name(),
                site.zone(),
                TOM,
                site.mandatory(),
                site.disasterRecovery(),
                site.channel(),
                site.address()));
    }

    void somethingLaterRuns() {
        UnitRevision later = held(Bank.UNIT, "9.0.0");
        cmdb.authorise(NEW_YORK, later, null);
        cmdb.observed(NEW_YORK, Bank.UNIT, Content.of(later), true, clock.instant());
    }

    void somethingRunsThatConflicts() {
        UnitId other = new UnitId("old-check");
        cmdb.registerUnit(new Unit.Software(
                other, "Old check", new Unit.Repository("repositories/old.git"), Map.of(), Set.of(Bank.UNIT)));
        UnitRevision old = held(other, "0.9");
        cmdb.authorise(NEW_YORK, old, null);
        cmdb.observed(NEW_YORK, other, Content.of(old), true, clock.instant());
    }

    /** A revision with the files of another one. */
    private UnitRevision held(UnitId unit, String version) {
        Manifest manifest = library.of(Bank.UNIT).getFirst().manifest();
        UnitRevision revision = new UnitRevision(unit, version, manifest.digest());
        Map<String, Digest> sources =
                Map.of("sources", manifest.entries().getFirst().digest());
        assertThat(library.propose(revision, manifest, sources, null)).hasToString("Done[]");
        return revision;
    }

    private void disownAudit(ReleaseNumber release) {
        audits.sendBack(release, Phase.BEFORE, ANNA, "Looked at it again.");
    }
}
