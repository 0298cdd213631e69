package slipway.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.cmdb.Cmdb;
import slipway.shared.Actor;
import slipway.shared.Result;
import slipway.site.port.Inventory;

@Component
class StoredHandWork implements HandWork {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HandTable table;
    private final LeaseTable leases;
    private final OrderRunner runner;
    private final Manifests manifests;
    private final Cmdb cmdb;
    private final SiteWorker worker;
    private final SiteSettings settings;
    private final Clock clock;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;

    StoredHandWork(
            HandTable table,
            LeaseTable leases,
            OrderRunner runner,
            Manifests manifests,
            Cmdb cmdb,
            SiteWorker worker,
            SiteSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.leases = leases;
        this.runner = runner;
        this.manifests = manifests;
        this.cmdb = cmdb;
        this.worker = worker;
        this.settings = settings;
        this.clock = clock;
        this.joining = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<Order> nextToOffer() {
        Instant now = clock.instant();
        return table.nextToOffer(now, now.plus(PATIENCE));
    }

    @Override
    public boolean offered(Order order) {
        return Boolean.TRUE.equals(joining.execute(status -> {
            if (!table.offered(order.id())) {
                return false;
            }
            OrderHandler.Instruction instruction = instruction(order);
            if (instruction.changed()) {
                manifests.sign(order, instruction);
            }
            return true;
        }));
    }

    @Override
    public Optional<Order> nextToRetract() {
        Instant now = clock.instant();
        return table.nextToRetract(now, now.plus(PATIENCE));
    }

    @Override
    public void retracted(Order order) {
        table.retracted(order.id());
    }

    @Override
    public Assignment assignment(long id) {
        Order order = table.find(id).orElseThrow(() -> new IllegalStateException("there is no order " + id));
        OrderHandler.Instruction instruction = instruction(order);
        return new Assignment(
                order,
                cmdb.site(order.site()),
                instruction,
                manifest(order, instruction).map(SignedManifest::json));
    }

    /**
     * What was signed for it; anew where the site is to run something else by now, whatever becomes of the caller; and
     * nothing where nothing is to be done there any more.
     */
    private Optional<SignedManifest> manifest(Order order, OrderHandler.Instruction instruction) {
        Optional<SignedManifest> signed = manifests.of(order);
        if (!instruction.changed()) {
            return Optional.empty();
        }
        if (order.state() == Order.State.DONE || order.state() == Order.State.WITHDRAWN) {
            return signed;
        }
        return signed.filter(each -> each.manifest().says(instruction))
                .or(() -> Optional.ofNullable(apart.execute(status -> manifests.sign(order, instruction))));
    }

    private OrderHandler.Instruction instruction(Order order) {
        return runner.handler(order.batch().kind()).instruction(order);
    }

    @Override
    public Result report(long order, Actor person, Report report) {
        if (!report.done()) {
            return report.remark().isBlank()
                    ? Result.refusedAt("remark", "reason-missing", "Say in the remark why it could not be done.")
                    : reported(
                            order, person, new Inventory.Unreadable("not done: " + report.remark()), report.remark());
        }
        return switch (ReportedInventory.of(report.inventory())) {
            case ReportedInventory.Wrong wrong -> new Result.Refused(wrong.refusal());
            case ReportedInventory.Read read -> reported(order, person, read.sighting(), report.remark());
        };
    }

    private Result reported(long order, Actor person, Inventory.Sighting found, String remark) {
        // Claimed apart, so that whoever withdraws the rest of the batch never waits for a person's transaction.
        Instant now = clock.instant();
        Optional<Claimed> claimed = LeaseTable.unlessTaken(
                () -> Objects.requireNonNull(
                        apart.execute(status -> leases.claim(order, worker.id(), now, now.plus(settings.lease())))),
                Optional.empty());
        if (claimed.isEmpty()) {
            return late(order, person, found);
        }
        Result result = joining.execute(status -> {
            TransactionSynchronizationManager.registerSynchronization(new HandedBack(claimed.get()));
            LeasedOrder lease = new LeasedOrder(leases, joining, claimed.get(), worker.id());
            Order begun = claimed.get().order();
            return runner.handler(begun.batch().kind()).byHand(begun, lease, person, found, remark);
        });
        return result == null ? Result.refused("order-over", "Nothing came of the report.") : result;
    }

    /** What was taken back may have been begun, so what lies there is kept all the same. */
    private Result late(long order, Actor person, Inventory.Sighting found) {
        if (found instanceof Inventory.Unreadable && table.isLate(order)) {
            return Result.refusedAt(
                    "inventory",
                    "inventory-missing",
                    "Nothing is to be done there any more; say what lies there now, also where that is half done.");
        }
        Result kept = joining.execute(status -> table.late(order)
                .map(over -> runner.handler(over.batch().kind()).late(over, person, found))
                .orElseGet(() -> Result.refused(
                        "order-over",
                        "This work is over, or somebody reports it right now: reload the page and look.")));
        return kept == null ? Result.refused("order-over", "Nothing came of the report.") : kept;
    }

    /** Whatever the caller's transaction came to: what was not finished in it is open again. */
    private final class HandedBack implements TransactionSynchronization {
        private final Claimed claimed;

        private HandedBack(Claimed claimed) {
            this.claimed = claimed;
        }

        @Override
        public void afterCompletion(int status) {
            apart.executeWithoutResult(own -> runner.giveBack(claimed, claimed.tries(), "", clock.instant()));
        }
    }
}
