package slipway.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/**
 * Orders of work at sites. Placed in the caller's transaction, claimed in small batches by key, restores before
 * everything; each outcome is written under the order's row lock by whoever still holds its lease, or discarded.
 */
public interface SiteOrders {
    /** Places orders with one statement; a site's later places wait until {@link #openNext} opens them. */
    void place(List<NewOrder> orders);

    /** Opens the waiting order of the batch at that site with the lowest place; empty when there is none. */
    Optional<Order> openNext(Batch batch, SiteId site);

    /**
     * Every order of the batch that nobody has in hand, one whose work broke off among them; nobody takes it in hand
     * until the caller's transaction ends.
     */
    List<Order> unbegun(Batch batch);

    /** Withdraws every order of the batch that nobody has in hand; returns them. */
    List<Order> withdraw(Batch batch);

    /** The same at one site. */
    List<Order> withdraw(Batch batch, SiteId site);

    /** The same of these. */
    List<Order> withdraw(List<Order> orders);

    /**
     * Those of these that failed and wait for their next try have it within that time, and it is their last: whoever waits
     * for the batch is not kept waiting for a site that cannot be reached.
     */
    void lastTry(List<Order> orders, Duration within);

    /** How many orders of the batch are neither done nor withdrawn. */
    int unfinished(Batch batch);

    /** The order that was placed last for that unit at that site within the batch. */
    Optional<Order> latest(Batch batch, SiteId site, UnitId unit);

    /** Whether no order of its kind for that place came after it, in whichever batch. */
    boolean isLast(Order order);

    /** Runs one due order in the caller's thread, of any of these kinds, the most urgent first; false when none is due. */
    boolean runDue(Set<Order.Kind> kinds);

    /** An order to place: {@code place} 0 is open at once, higher ones wait for the one before at that site. */
    record NewOrder(Batch batch, SiteId site, UnitId unit, int place, int attempt) {}
}
