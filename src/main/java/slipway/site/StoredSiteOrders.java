package slipway.site;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

@Component
class StoredSiteOrders implements SiteOrders {
    private final OrderTable table;
    private final FoundChannels channels;
    private final OrderRunner runner;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredSiteOrders(
            OrderTable table,
            FoundChannels channels,
            OrderRunner runner,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.channels = channels;
        this.runner = runner;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void place(List<NewOrder> orders) {
        if (orders.isEmpty()) {
            return;
        }
        int placed = table.place(orders, channels.automatic(), clock.instant());
        if (placed != orders.size()) {
            throw new IllegalArgumentException((orders.size() - placed) + " of " + orders.size()
                    + " orders name sites that the CMDB does not know");
        }
        events.publishEvent(new OrdersOpened());
    }

    @Override
    @Transactional
    public Optional<Order> openNext(Batch batch, SiteId site) {
        Optional<Order> opened = table.openNext(batch, site, clock.instant());
        opened.ifPresent(order -> events.publishEvent(new OrdersOpened()));
        return opened;
    }

    @Override
    @Transactional
    public List<Order> unbegun(Batch batch) {
        return table.unbegun(batch);
    }

    @Override
    @Transactional
    public List<Order> withdraw(Batch batch) {
        return withdrawn(table.withdraw(batch, clock.instant()));
    }

    @Override
    @Transactional
    public List<Order> withdraw(Batch batch, SiteId site) {
        return withdrawn(table.withdraw(batch, site, clock.instant()));
    }

    @Override
    @Transactional
    public List<Order> withdraw(List<Order> orders) {
        return withdrawn(table.withdraw(orders, clock.instant()));
    }

    @Override
    @Transactional
    public void lastTry(List<Order> orders, Duration within) {
        if (table.lastTry(orders, clock.instant().plus(within)) > 0) {
            events.publishEvent(new OrdersOpened());
        }
    }

    // People are told that what they were offered is over.
    private List<Order> withdrawn(List<Order> orders) {
        if (!orders.isEmpty()) {
            events.publishEvent(new OrdersOpened());
        }
        return orders;
    }

    @Override
    @Transactional(readOnly = true)
    public int unfinished(Batch batch) {
        return table.unfinished(batch);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Order> latest(Batch batch, SiteId site, UnitId unit) {
        return table.latest(batch, site, unit);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isLast(Order order) {
        return table.isLast(order);
    }

    @Override
    public boolean runDue(Set<Order.Kind> kinds) {
        Optional<Claimed> due = runner.claimNext(kinds);
        due.ifPresent(runner::run);
        return due.isPresent();
    }
}
