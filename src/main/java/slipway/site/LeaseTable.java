package slipway.site;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds an order, and until when. */
@Repository
class LeaseTable {
    private static final String MINE = "id = :id and worker = :worker and lease = :fence and state = 'CLAIMED'";

    /**
     * What two releases do in one folder at once neither of them reads back, so of several that are claimed together only
     * the first is; a look disturbs nobody.
     */
    private static final String PLACE_IS_FREE = """
            (o.kind = 'INVENTORY' or not exists (
               select from slipway.site_order other
                where other.site = o.site and other.unit = o.unit and other.id <> o.id and other.kind <> 'INVENTORY'
                  and (other.state = 'CLAIMED'
                    or other.kind = o.kind and other.state = 'OPEN' and other.by_hand is null
                      and (other.due, other.id) < (o.due, o.id))))""";

    private final JdbcClient jdbc;

    LeaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a claim got; nothing where somebody claimed the place in the same moment, which only the database sees. Around
     * the transaction of the claim, since that is lost then.
     */
    static <T> T unlessTaken(Supplier<T> claim, T nothing) {
        try {
            return claim.get();
        } catch (DuplicateKeyException taken) {
            return nothing;
        }
    }

    /** Claims due orders of a kind at automatic sites, the oldest first; one that changes a place, while no other does. */
    List<Claimed> claim(Order.Kind kind, int most, String worker, Instant now, Instant until) {
        return jdbc.sql("""
                        with due as materialized (
                          select id from slipway.site_order o
                           where kind = :kind and state = 'OPEN' and by_hand is null and due <= :now
                             and PLACE_IS_FREE
                           order by due, id limit :most for no key update skip locked)
                        update slipway.site_order o
                           set state = 'CLAIMED', worker = :worker, lease = o.lease + 1, lease_until = :until,
                               tries = o.tries + 1
                          from due where o.id = due.id
                        returning o.*
                        """.replace("PLACE_IS_FREE", PLACE_IS_FREE))
                .param("kind", kind.name())
                .param("most", most)
                .param("worker", worker)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query((row, number) ->
                        new Claimed(OrderTable.order(row, number), row.getLong("lease"), row.getInt("tries")))
                .list();
    }

    /** Claims one order at a site by hand for a person; empty when it is not to be done any more, or being reported. */
    Optional<Claimed> claim(long order, String worker, Instant now, Instant until) {
        return jdbc.sql("""
                        update slipway.site_order o
                           set state = 'CLAIMED', worker = :worker, lease = lease + 1, lease_until = :until
                         where id = :id and by_hand is not null
                           and (state = 'OPEN' or state = 'CLAIMED' and lease_until < :now)
                           and PLACE_IS_FREE
                        returning *
                        """.replace("PLACE_IS_FREE", PLACE_IS_FREE))
                .param("id", order)
                .param("worker", worker)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query((row, number) ->
                        new Claimed(OrderTable.order(row, number), row.getLong("lease"), row.getInt("tries")))
                .optional();
    }

    /** Locks the order's row; false when somebody else holds the order, or nobody does any more. */
    boolean hold(Claimed claimed, String worker) {
        return jdbc.sql("select id from slipway.site_order where " + MINE + " for no key update")
                .param("id", claimed.order().id())
                .param("worker", worker)
                .param("fence", claimed.fence())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** The order is done, and its row locked; false when somebody else holds the order, or nobody does any more. */
    boolean done(Claimed claimed, String worker) {
        return jdbc.sql("""
                        update slipway.site_order
                           set state = 'DONE', worker = null, lease_until = null, problem = ''
                         where MINE
                        """.replace("MINE", MINE))
                        .param("id", claimed.order().id())
                        .param("worker", worker)
                        .param("fence", claimed.fence())
                        .update()
                == 1;
    }

    /** Gives the order back, due again then; false when it was somebody else's by now. */
    boolean giveBack(Claimed claimed, String worker, int tries, String problem, Instant due) {
        return jdbc.sql("""
                        update slipway.site_order
                           set state = 'OPEN', worker = null, lease_until = null, tries = :tries, problem = :problem,
                               due = :due
                         where MINE
                        """.replace("MINE", MINE))
                        .param("id", claimed.order().id())
                        .param("worker", worker)
                        .param("fence", claimed.fence())
                        .param("tries", tries)
                        .param("problem", problem)
                        .param("due", Timestamp.from(due))
                        .update()
                == 1;
    }

    /**
     * Extends the leases of these orders and says which of them this worker still holds. A row that is being written
     * under its lease is not waited for.
     */
    Set<Long> extend(Collection<Claimed> held, String worker, Instant until) {
        return jdbc
                .sql("""
                        with mine as (
                          select o.id from slipway.site_order o
                            join unnest(cast(:ids as bigint[]), cast(:fences as bigint[])) as h (id, fence)
                              on o.id = h.id and o.lease = h.fence
                           where o.worker = :worker and o.state = 'CLAIMED'),
                        free as (
                          select id from slipway.site_order where id in (select id from mine)
                           order by id for no key update skip locked),
                        extended as (
                          update slipway.site_order o set lease_until = :until from free where o.id = free.id)
                        select id from mine
                        """)
                .param("ids", held.stream().map(each -> each.order().id()).toArray(Long[]::new))
                .param("fences", held.stream().map(Claimed::fence).toArray(Long[]::new))
                .param("worker", worker)
                .param("until", Timestamp.from(until))
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Opens again what nobody extended in time. */
    List<Order> reopenOver(Instant now) {
        return reopen("lease_until < :now", "now", Timestamp.from(now));
    }

    /** Opens again what that worker holds, who is known to be gone. */
    List<Order> reopenOf(String worker) {
        return reopen("worker = :worker", "worker", worker);
    }

    private List<Order> reopen(String which, String name, Object value) {
        return jdbc.sql("""
                        with over as materialized (
                          select id from slipway.site_order where state = 'CLAIMED' and WHICH
                           order by id for no key update skip locked)
                        update slipway.site_order o set state = 'OPEN', worker = null, lease_until = null
                          from over where o.id = over.id
                        returning o.*
                        """.replace("WHICH", which))
                .param(name, value)
                .query(OrderTable::order)
                .list();
    }
}
