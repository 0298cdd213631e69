package slipway.engine.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.engine.account.Tallies.Pair;

/** Where each account logged in during the last ninety days. */
@Repository
class KnownAddresses {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration WRITTEN_AGAIN = Duration.ofDays(1);
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    /** When each was written last: programs log in with every request. */
    private final Cache<Pair, Instant> written =
            Caffeine.newBuilder().maximumSize(MOST).build();

    KnownAddresses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean knows(Pair pair) {
        Instant since = written.getIfPresent(pair);
        return since != null && since.isAfter(forgotten())
                || jdbc.sql(
                                "select exists (select from slipway.known_address where account = ? and address = ? and last > ?)")
                        .params(pair.account(), pair.address(), Timestamp.from(forgotten()))
                        .query(Boolean.class)
                        .single();
    }

    void remember(Pair pair) {
        Instant now = clock.instant();
        Instant since = written.getIfPresent(pair);
        if (since != null && since.plus(WRITTEN_AGAIN).isAfter(now)) {
            return;
        }
        jdbc.sql("""
                        insert into slipway.known_address (account, address, last) values (?, ?, ?)
                        on conflict (account, address) do update set last = excluded.last
                        """)
                .params(pair.account(), pair.address(), Timestamp.from(now))
                .update();
        jdbc.sql("delete from slipway.known_address where account = ? and last <= ?")
                .params(pair.account(), Timestamp.from(forgotten()))
                .update();
        written.put(pair, now);
    }

    private Instant forgotten() {
        return clock.instant().minus(KEPT);
    }
}
