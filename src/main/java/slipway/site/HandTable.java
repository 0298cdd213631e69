package slipway.site;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far people were told of orders that they do. */
@Repository
class HandTable {
    private final JdbcClient jdbc;

    HandTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Order> nextToOffer(Instant now, Instant again) {
        return next("state = 'OPEN' and by_hand = 'TO_OFFER'", now, again);
    }

    /** Whoever was told to install may have begun, and is asked what lies there, unless somebody is asked that later. */
    Optional<Order> nextToRetract(Instant now, Instant again) {
        return next("""
                state = 'WITHDRAWN' and by_hand = 'OFFERED'
                  and (kind <> 'INSTALL' or exists (
                    select from slipway.site_order later
                     where later.site = site_order.site and later.unit = site_order.unit and later.id > site_order.id
                       and later.by_hand is distinct from 'TO_OFFER'))
                """, now, again);
    }

    // Named again only later, so that one that cannot be told holds up no other.
    private Optional<Order> next(String which, Instant now, Instant again) {
        return jdbc.sql("""
                        with next as materialized (
                          select id from slipway.site_order where WHICH and due <= :now
                           order by due, id limit 1 for no key update skip locked)
                        update slipway.site_order o set due = :again from next where o.id = next.id
                        returning o.*
                        """.replace("WHICH", which))
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(again))
                .query(OrderTable::order)
                .optional();
    }

    boolean offered(long order) {
        return jdbc.sql("""
                                update slipway.site_order set by_hand = 'OFFERED'
                                where id = ? and state = 'OPEN' and by_hand = 'TO_OFFER'
                                """).param(order).update() == 1;
    }

    /** Work that was taken back from whoever was told to install, and who was not asked yet what lies there. */
    Optional<Order> late(long order) {
        return jdbc.sql("""
                        update slipway.site_order set by_hand = 'RETRACTED'
                         where id = ? and state = 'WITHDRAWN' and by_hand = 'OFFERED' and kind = 'INSTALL'
                        returning *
                        """).param(order).query(OrderTable::order).optional();
    }

    boolean isLate(long order) {
        return jdbc.sql("""
                        select exists (select from slipway.site_order
                         where id = ? and state = 'WITHDRAWN' and by_hand = 'OFFERED' and kind = 'INSTALL')
                        """).param(order).query(Boolean.class).single();
    }

    void retracted(long order) {
        jdbc.sql("update slipway.site_order set by_hand = 'RETRACTED' where id = ? and by_hand = 'OFFERED'")
                .param(order)
                .update();
    }

    Optional<Order> find(long order) {
        return jdbc.sql("select * from slipway.site_order where id = ?")
                .param(order)
                .query(OrderTable::order)
                .optional();
    }
}
