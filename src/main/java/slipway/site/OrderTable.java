package slipway.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.site.SiteOrders.NewOrder;

/** Orders as batches of them are placed, opened and withdrawn. */
@Repository
class OrderTable {
    private static final String OF_BATCH = "release = :release and kind = :kind and number = :number";

    // Locked in one order by everybody, so that two outcomes that stop the same wave wait instead of colliding.
    private static final String UNBEGUN = "state in ('WAITING', 'OPEN') order by id for no key update";

    private final JdbcClient jdbc;

    OrderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many were placed: those at sites that the CMDB knows. */
    int place(List<NewOrder> orders, String[] automaticChannels, Instant now) {
        return jdbc.sql("""
                        insert into slipway.site_order
                          (kind, release, number, site, unit, place, attempt, state, by_hand, due, placed_at)
                        select n.kind, n.release, n.number, n.site, n.unit, n.place, n.attempt,
                               case when n.place = 0 then 'OPEN' else 'WAITING' end,
                               case when s.channel = any (cast(:automatic as text[])) then null else 'TO_OFFER' end,
                               :now, :now
                          from unnest(cast(:kinds as text[]), cast(:releases as text[]), cast(:numbers as bigint[]),
                                      cast(:sites as text[]), cast(:units as text[]), cast(:places as integer[]),
                                      cast(:attempts as integer[]))
                               with ordinality as n (kind, release, number, site, unit, place, attempt, line)
                          join slipway.site s on s.id = n.site
                         order by n.line
                        """)
                .param("automatic", automaticChannels)
                .param("now", Timestamp.from(now))
                .param("kinds", column(orders, order -> order.batch().kind().name()))
                .param(
                        "releases",
                        column(orders, order -> order.batch().release().value()))
                .param(
                        "numbers",
                        orders.stream().map(order -> order.batch().number()).toArray(Long[]::new))
                .param("sites", column(orders, order -> order.site().value()))
                .param("units", column(orders, order -> order.unit().value()))
                .param("places", orders.stream().map(NewOrder::place).toArray(Integer[]::new))
                .param("attempts", orders.stream().map(NewOrder::attempt).toArray(Integer[]::new))
                .update();
    }

    Optional<Order> openNext(Batch batch, SiteId site, Instant now) {
        return of(batch, """
                        with next as (select id from slipway.site_order
                                       where BATCH and site = :site and state = 'WAITING'
                                       order by place, id limit 1 for no key update)
                        update slipway.site_order o set state = 'OPEN', due = :now from next where o.id = next.id
                        returning o.*
                        """)
                .param("site", site.value())
                .param("now", Timestamp.from(now))
                .query(OrderTable::order)
                .optional();
    }

    /** Those that wait or are open, by number; locked, so that nobody claims them meanwhile. */
    List<Order> unbegun(Batch batch) {
        return of(batch, "select * from slipway.site_order where BATCH and UNBEGUN".replace("UNBEGUN", UNBEGUN))
                .query(OrderTable::order)
                .list();
    }

    List<Order> withdraw(Batch batch, Instant now) {
        return withdraw(of(batch, withdrawal("BATCH")), now);
    }

    List<Order> withdraw(Batch batch, SiteId site, Instant now) {
        return withdraw(of(batch, withdrawal("BATCH and site = :site")).param("site", site.value()), now);
    }

    List<Order> withdraw(List<Order> orders, Instant now) {
        Long[] ids = orders.stream().map(Order::id).toArray(Long[]::new);
        return withdraw(
                jdbc.sql(withdrawal("id = any (cast(:ids as bigint[]))")).param("ids", ids), now);
    }

    private static List<Order> withdraw(JdbcClient.StatementSpec statement, Instant now) {
        return statement
                .param("now", Timestamp.from(now))
                .query(OrderTable::order)
                .list();
    }

    private static String withdrawal(String which) {
        return """
                with over as (select id from slipway.site_order where WHICH and UNBEGUN)
                update slipway.site_order o set state = 'WITHDRAWN', due = :now from over where o.id = over.id
                returning o.*
                """.replace("WHICH", which).replace("UNBEGUN", UNBEGUN);
    }

    /** How many of these have their last try by then; one that had it already does not come again before its time. */
    int lastTry(List<Order> orders, Instant latest) {
        return jdbc.sql("""
                        with failed as (
                          select id from slipway.site_order
                           where id = any (cast(:ids as bigint[])) and state = 'OPEN' and by_hand is null
                             and tries between 1 and :oneLeft
                           order by id for no key update)
                        update slipway.site_order o set tries = :oneLeft, due = least(due, :latest) from failed where o.id = failed.id
                        """)
                .param("ids", orders.stream().map(Order::id).toArray(Long[]::new))
                .param("oneLeft", Retries.ONE_LEFT)
                .param("latest", Timestamp.from(latest))
                .update();
    }

    int unfinished(Batch batch) {
        return of(batch, """
                        select count(*) from slipway.site_order
                        where BATCH and state in ('WAITING', 'OPEN', 'CLAIMED')
                        """).query(Integer.class).single();
    }

    Optional<Order> latest(Batch batch, SiteId site, UnitId unit) {
        return of(batch, """
                        select * from slipway.site_order where BATCH and site = :site and unit = :unit
                        order by id desc limit 1
                        """)
                .param("site", site.value())
                .param("unit", unit.value())
                .query(OrderTable::order)
                .optional();
    }

    boolean isLast(Order order) {
        return jdbc.sql("""
                        select not exists (select from slipway.site_order
                         where site = :site and unit = :unit and kind = :kind and id > :id)
                        """)
                .param("site", order.site().value())
                .param("unit", order.unit().value())
                .param("kind", order.batch().kind().name())
                .param("id", order.id())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec of(Batch batch, String statement) {
        return jdbc.sql(statement.replace("BATCH", OF_BATCH))
                .param("release", batch.release().value())
                .param("kind", batch.kind().name())
                .param("number", batch.number());
    }

    private static String[] column(List<NewOrder> orders, Function<NewOrder, String> value) {
        return orders.stream().map(value).toArray(String[]::new);
    }

    static Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getLong("id"),
                new Batch(
                        Order.Kind.valueOf(row.getString("kind")),
                        new ReleaseNumber(row.getString("release")),
                        row.getLong("number")),
                new SiteId(row.getString("site")),
                new UnitId(row.getString("unit")),
                row.getInt("place"),
                row.getInt("attempt"),
                Order.State.valueOf(row.getString("state")));
    }
}
