package slipway.engine.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong passwords by account and address together, by address and by account. An attempt counts as wrong from
 * its beginning, so that guessing in parallel gains nothing.
 */
final class Tallies {
    // Who sends from many addresses pushes out the oldest, not the memory.
    private static final int MOST = 100_000;

    private final Cache<Object, Tally> tallies =
            Caffeine.newBuilder().maximumSize(MOST).build();

    record Pair(String account, String address) {}

    private record Account(String account) {}

    private record Address(String address) {}

    /** The attempt, with what began to be slowed down by it should it be wrong; nothing when it has to wait. */
    synchronized Optional<Attempt> begin(Pair pair, boolean known, Instant now) {
        Map<Object, Patience> watched = watched(pair, known);
        if (watched.entrySet().stream().anyMatch(each -> tally(each.getKey()).waits(each.getValue(), now))) {
            return Optional.empty();
        }
        List<Patience> begins = new ArrayList<>();
        watched.forEach((key, patience) -> {
            Tally more = tally(key).more(now);
            tallies.put(key, more);
            if (patience.begins(more.wrong())) {
                begins.add(patience);
            }
        });
        return Optional.of(new Attempt(pair, known, begins));
    }

    /** A right one clears what was counted for the account there; what others did from there stays counted. */
    synchronized void right(Attempt attempt) {
        watched(attempt.pair(), attempt.known())
                .keySet()
                .forEach(key -> tallies.put(key, tally(key).less()));
        tallies.invalidate(attempt.pair());
    }

    record Attempt(Pair pair, boolean known, List<Patience> begins) {}

    private Tally tally(Object key) {
        Tally found = tallies.getIfPresent(key);
        return found == null ? Tally.NONE : found;
    }

    private static Map<Object, Patience> watched(Pair pair, boolean known) {
        return known
                ? Map.of(pair, Patience.KNOWN)
                : Map.of(
                        pair,
                        Patience.STRANGER,
                        new Account(pair.account()),
                        Patience.ACCOUNT,
                        new Address(pair.address()),
                        Patience.ADDRESS);
    }
}
