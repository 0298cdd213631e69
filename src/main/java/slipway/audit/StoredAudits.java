package slipway.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.event.EventLog;
import slipway.release.Releases;
import slipway.rollout.SiteTargets;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.site.Batch;
import slipway.site.Order;
import slipway.site.SiteOrders;

@Component
@Transactional
class StoredAudits implements Audits {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Releases releases;
    private final SiteTargets targets;
    private final SiteOrders orders;
    private final AuditTable audits;
    private final InventoryTable inventories;
    private final EventLog events;
    private final Clock clock;

    StoredAudits(
            Releases releases,
            SiteTargets targets,
            SiteOrders orders,
            AuditTable audits,
            InventoryTable inventories,
            EventLog events,
            Clock clock) {
        this.releases = releases;
        this.targets = targets;
        this.orders = orders;
        this.audits = audits;
        this.inventories = inventories;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Ordered order(ReleaseNumber release, Phase phase) {
        List<AuditItem> items = targets.of(release).stream()
                .map(target -> new AuditItem(target.site(), target.unit()))
                .distinct()
                .toList();
        Optional<Refusal> notDue =
                AuditRules.notDue(release, releases.get(release).state(), phase, items.size());
        if (notDue.isPresent()) {
            return new NotDue(notDue.get());
        }
        abandon(release);
        long audit = audits.order(release, phase, items.size(), clock.instant());
        orders.place(items.stream()
                .map(item -> new SiteOrders.NewOrder(batch(release, audit), item.site(), item.unit(), 0, 1))
                .toList());
        events.append(release, new AuditEvent.AuditOrdered(phase, items.size()));
        return items.isEmpty() ? new NothingToSee(audit) : new Looking(audit);
    }

    @Override
    public void abandon(ReleaseNumber release) {
        audits.incomplete(release).forEach(earlier -> orders.withdraw(batch(release, earlier)));
    }

    private static Batch batch(ReleaseNumber release, long audit) {
        return new Batch(Order.Kind.INVENTORY, release, audit);
    }

    @Override
    public Optional<AuditReport> latest(ReleaseNumber release, Phase phase) {
        return audits.latest(release, phase);
    }

    @Override
    public List<SiteInventory> seen(AuditReport audit, int most) {
        return inventories.of(audit.id(), most);
    }

    @Override
    public List<Finding> findings(AuditReport audit, int most) {
        return inventories.findings(audit.id(), most);
    }

    @Override
    public Result sign(ReleaseNumber release, Phase phase, Actor auditor, String remarks) {
        AuditReport audit = ordered(release, phase);
        Optional<Refusal> unsignable = AuditRules.unsignable(
                audit, inventories.findings(audit.id(), 1).stream().findFirst());
        if (unsignable.isPresent()) {
            return new Result.Refused(unsignable.get());
        }
        Digest digest = decided(audit, auditor, true, remarks);
        events.append(release, auditor, new AuditEvent.AuditSigned(phase, digest, remarks));
        return Result.done();
    }

    @Override
    public Result sendBack(ReleaseNumber release, Phase phase, Actor auditor, String remarks) {
        AuditReport audit = ordered(release, phase);
        decided(audit, auditor, false, remarks);
        events.append(release, auditor, new AuditEvent.AuditSentBack(phase, audit.findings(), remarks));
        return Result.done();
    }

    private Digest decided(AuditReport audit, Actor auditor, boolean signed, String remarks) {
        Digest digest = inventories.digest(audit);
        audits.decide(audit.id(), new AuditTable.Decision(auditor, signed, digest), remarks, clock.instant());
        return digest;
    }

    @Override
    public Result remediated(ReleaseNumber release, Phase phase, Actor actor, String remark) {
        audits.remediated(ordered(release, phase).id(), actor, remark, clock.instant());
        events.append(release, actor, new AuditEvent.FindingsRemediated(phase, remark));
        return Result.done();
    }

    @Override
    public Result record(ReleaseNumber release, Phase phase) {
        AuditReport audit = ordered(release, phase);
        Digest seen = inventories.digest(audit);
        Optional<Refusal> unrecordable = AuditRules.unrecordable(release, phase, audits.signature(audit.id()), seen);
        if (unrecordable.isPresent()) {
            return new Result.Refused(unrecordable.get());
        }
        if (releases.move(release, AuditRules.after(phase)) instanceof Result.Refused refused) {
            return refused;
        }
        events.append(release, new AuditEvent.AuditRecorded(phase, seen));
        return Result.done();
    }

    @Override
    public Optional<AuditReport> nextToTell() {
        Instant now = clock.instant();
        return audits.nextToTell(now, now.plus(PATIENCE)).map(audits::get);
    }

    @Override
    public boolean told(AuditReport audit) {
        return audits.told(audit.id());
    }

    private AuditReport ordered(ReleaseNumber release, Phase phase) {
        return audits.latest(release, phase)
                .orElseThrow(() -> new IllegalStateException("no audit " + phase + " of " + release + " was ordered"));
    }
}
