package slipway.rollout;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.shared.ReleaseNumber;
import slipway.site.Batch;
import slipway.site.Order;
import slipway.site.SiteOrders;

/** One part at one site returns at a time, whichever sites they are: the next is ordered when the one before is back. */
@Component
class ReturnChain {
    private final ReturnTable returns;
    private final BackOutTable backOuts;
    private final SiteOrders orders;

    ReturnChain(ReturnTable returns, BackOutTable backOuts, SiteOrders orders) {
        this.returns = returns;
        this.backOuts = backOuts;
        this.orders = orders;
    }

    /** Orders the next; without one the back-out is settled. */
    void goOn(ReleaseNumber release, long backOut) {
        Optional<Target> next = returns.next(release);
        if (next.isPresent()) {
            order(next.get(), backOut);
        } else {
            backOuts.become(release, BackOut.State.SETTLED);
        }
    }

    /** Orders that one, for the first time or again. */
    void order(Target target, long backOut) {
        Batch batch = new Batch(Order.Kind.RESTORE, target.release(), backOut);
        int attempt = returns.nextAttempt(target);
        orders.place(List.of(new SiteOrders.NewOrder(batch, target.site(), target.unit(), 0, attempt)));
    }
}
