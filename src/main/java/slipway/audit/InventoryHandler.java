package slipway.audit;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Result;
import slipway.site.Channels;
import slipway.site.Lease;
import slipway.site.Order;
import slipway.site.OrderHandler;
import slipway.site.port.Inventory;

/** Looks at one unit at one site for an audit; the batch's number is the audit's id. */
@Component
class InventoryHandler implements OrderHandler {
    private final Cmdb cmdb;
    private final Channels channels;
    private final Releases releases;
    private final Inspections inspections;

    InventoryHandler(Cmdb cmdb, Channels channels, Releases releases, Inspections inspections) {
        this.cmdb = cmdb;
        this.channels = channels;
        this.releases = releases;
        this.inspections = inspections;
    }

    @Override
    public Order.Kind kind() {
        return Order.Kind.INVENTORY;
    }

    @Override
    public void perform(Order order, Lease lease) throws IOException, InterruptedException {
        Inventory.Sighting sighting = channels.look(cmdb.site(order.site()), order.unit());
        kept(order, lease, sighting, Optional.empty());
    }

    @Override
    public void gaveUp(Order order, Lease lease, String problem) {
        kept(order, lease, new Inventory.Unreadable(problem), Optional.empty());
    }

    @Override
    public Instruction instruction(Order order) {
        return Instruction.toLook(
                releases.get(order.batch().release()).title(),
                "Look at " + order.unit() + " at " + order.site() + " and report what lies there. Change nothing.");
    }

    @Override
    public Result byHand(Order order, Lease lease, Actor person, Inventory.Sighting found, String remark) {
        return kept(order, lease, found, Optional.of(person))
                ? Result.done()
                : Result.refused("order-over", "Somebody else reported on this site meanwhile: reload the page.");
    }

    private boolean kept(Order order, Lease lease, Inventory.Sighting sighting, Optional<Actor> person) {
        Inspection inspection = inspections.compare(new AuditItem(order.site(), order.unit()), sighting);
        return lease.finish(() -> inspections.keep(order.batch().number(), inspection, person));
    }
}
