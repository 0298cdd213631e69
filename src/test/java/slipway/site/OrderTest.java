package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.site.port.Inventory;

class OrderTest {
    @Test
    void the_first_of_a_batch_at_a_site_follows_none_and_the_next_ones_do() {
        assertThat(order(0).follows()).isFalse();
        assertThat(order(1).follows()).isTrue();
    }

    @Test
    void whoever_does_not_ask_for_late_reports_refuses_them() {
        OrderHandler plain = (OrderHandler) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OrderHandler.class}, InvocationHandler::invokeDefault);

        assertThat(plain.late(order(0), new Actor("dana"), new Inventory.Unreadable("closed")))
                .isEqualTo(Result.refused("order-over", "This work is over: reload the page and look."));
    }

    private static Order order(int place) {
        return new Order(
                7,
                new Batch(Order.Kind.INSTALL, ReleaseNumber.of(2026, 42), 1),
                new SiteId("basel"),
                new UnitId("iban-check"),
                place,
                0,
                Order.State.OPEN);
    }
}
