package slipway.engine.account;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import slipway.engine.account.Tallies.Attempt;
import slipway.engine.account.Tallies.Pair;
import slipway.event.EventLog;
import slipway.identity.AccountEvent;

/** Lets passwords be tried: a stranger's slower and slower, and a right one from a known address at once. */
@Component
class Logins {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    private final KnownAddresses addresses;
    private final EventLog events;
    private final Clock clock;
    private final Tallies tallies = new Tallies();

    Logins(KnownAddresses addresses, EventLog events, Clock clock) {
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the password is right; one that has to wait is not looked at, and wrong whatever it is. */
    boolean tries(String account, String address, boolean exists, BooleanSupplier isRight) {
        Pair pair = new Pair(account, address);
        boolean known = addresses.knows(pair);
        return tallies.begin(pair, known, clock.instant())
                .map(attempt -> judged(attempt, exists, isRight.getAsBoolean()))
                .orElse(false);
    }

    private boolean judged(Attempt attempt, boolean exists, boolean right) {
        if (right) {
            tallies.right(attempt);
            addresses.remember(attempt.pair());
        } else {
            attempt.begins().forEach(patience -> tell(attempt, exists, patience));
        }
        return right;
    }

    private void tell(Attempt attempt, boolean exists, Patience patience) {
        String account = exists ? attempt.pair().account() : AccountEvent.UNKNOWN;
        String address = attempt.pair().address();
        AccountEvent event = switch (patience) {
            case STRANGER, KNOWN -> new AccountEvent.GuessesSlowedDown(account, address, attempt.known());
            case ADDRESS -> new AccountEvent.AddressSlowedDown(address);
            case ACCOUNT -> new AccountEvent.AccountSlowedDown(account);
        };
        events.append(event);
        LOG.warn("{}", event.words());
    }
}
