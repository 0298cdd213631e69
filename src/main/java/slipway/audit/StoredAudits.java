package slipway.audit;

import static slipway.release.ReleaseState.BACKING_OUT;
import static slipway.release.ReleaseState.BACKOUT_FAILED;
import static slipway.release.ReleaseState.DEPLOYED;
import static slipway.release.ReleaseState.POST_AUDITED;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.PRE_AUDITED;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.release.Journal;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.rollout.SiteTargets;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredAudits implements Audits {
    private static final String FIELD = "decision";

    private final Releases releases;
    private final SiteTargets targets;
    private final SiteInspector inspector;
    private final Cmdb cmdb;
    private final AuditTable audits;
    private final InventoryTable inventories;
    private final Journal journal;
    private final Clock clock;

    StoredAudits(
            Releases releases,
            SiteTargets targets,
            SiteInspector inspector,
            Cmdb cmdb,
            AuditTable audits,
            InventoryTable inventories,
            Journal journal,
            Clock clock) {
        this.releases = releases;
        this.targets = targets;
        this.inspector = inspector;
        this.cmdb = cmdb;
        this.audits = audits;
        this.inventories = inventories;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Result order(ReleaseNumber release, Phase phase) {
        ReleaseState state = releases.get(release).state();
        if (!due(phase).contains(state) || targets.of(release).isEmpty()) {
            return Result.refused(
                    "audit-not-due", "Release " + release + " is " + state + ": no audit " + phase + " is due.");
        }
        audits.order(release, phase, clock.instant());
        journal.append(release, "AuditOrdered", null, Map.of("phase", phase));
        return Result.done();
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Collected collect(ReleaseNumber number, Phase phase) {
        Release release = releases.get(number);
        List<Inspection> inspections = targets.of(number).stream()
                .map(target -> inspector.inspect(release, phase, target))
                .toList();
        return new Collected(ordered(number, phase).id(), number, phase, inspections);
    }

    @Override
    public void keep(Collected collected) {
        for (Inspection inspection : collected.inspections()) {
            SiteInventory seen = inspection.inventory();
            inventories.save(collected.audit(), seen);
            inspection.findings().forEach(finding -> inventories.save(collected.audit(), finding));
            if (inspection.readable()) {
                UnitRevision observed = seen.observed();
                boolean asAuthorised = inspection.findings().isEmpty();
                cmdb.observed(seen.site(), seen.unit(), observed, asAuthorised, seen.takenAt());
            }
        }
        journal.append(
                collected.release(),
                "InventoryTaken",
                null,
                Map.of(
                        "phase",
                        collected.phase(),
                        "sites",
                        collected.inspections().size(),
                        "findings",
                        collected.inspections().stream()
                                .mapToInt(inspection -> inspection.findings().size())
                                .sum()));
    }

    @Override
    public Optional<AuditReport> latest(ReleaseNumber release, Phase phase) {
        return audits.latest(release, phase);
    }

    @Override
    public Result sign(ReleaseNumber release, Phase phase, Actor auditor, @Nullable String remarks) {
        AuditReport report = ordered(release, phase);
        if (report.inventories().isEmpty()) {
            return Result.refusedAt(FIELD, "nothing-seen", "Nobody has looked at the sites yet.");
        }
        if (!report.findings().isEmpty()) {
            return Result.refusedAt(
                    FIELD,
                    "findings-open",
                    report.findings().size() + " finding(s) are open, the first at "
                            + report.findings().getFirst().line() + ": have them remediated first.");
        }
        decided(report, auditor, true, remarks);
        return Result.done();
    }

    @Override
    public Result sendBack(ReleaseNumber release, Phase phase, Actor auditor, @Nullable String remarks) {
        decided(ordered(release, phase), auditor, false, remarks);
        return Result.done();
    }

    @Override
    public Result remediated(ReleaseNumber release, Phase phase, Actor actor, String remark) {
        audits.remediated(ordered(release, phase), actor, remark, clock.instant());
        journal.append(release, "FindingsRemediated", actor, Map.of("phase", phase, "remark", remark));
        return Result.done();
    }

    @Override
    public Result record(ReleaseNumber release, Phase phase) {
        AuditReport report = ordered(release, phase);
        if (!audits.signed(report)) {
            return Result.refused(
                    "audit-not-signed", "The newest inventory " + phase + " of " + release + " is not signed.");
        }
        if (releases.move(release, phase == Phase.BEFORE ? PRE_AUDITED : POST_AUDITED)
                instanceof Result.Refused refused) {
            return refused;
        }
        journal.append(
                release,
                "AuditRecorded",
                null,
                Map.of("phase", phase, "digest", report.digest().hex()));
        return Result.done();
    }

    private void decided(AuditReport report, Actor auditor, boolean signed, @Nullable String remarks) {
        audits.decide(report, auditor, signed, remarks == null ? "" : remarks, clock.instant());
        journal.append(
                report.release(),
                signed ? "AuditSigned" : "AuditSentBack",
                auditor,
                Map.of("phase", report.phase(), "digest", report.digest().hex()));
    }

    private AuditReport ordered(ReleaseNumber release, Phase phase) {
        return audits.latest(release, phase)
                .orElseThrow(() -> new IllegalStateException("no audit " + phase + " of " + release + " was ordered"));
    }

    private static Set<ReleaseState> due(Phase phase) {
        return phase == Phase.BEFORE ? Set.of(PREPARED) : Set.of(DEPLOYED, BACKING_OUT, BACKOUT_FAILED);
    }
}
