package slipway.site;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;

/** Has every teller tell what is due; one that fails keeps no other from it. */
@Component
class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final int AT_ONCE = 100;

    private final ObjectProvider<Teller> tellers;
    private final Map<Teller, String> failing = new ConcurrentHashMap<>();

    Telling(ObjectProvider<Teller> tellers) {
        this.tellers = tellers;
    }

    /** How much was told. */
    int tellDue() {
        List<Teller> all = tellers.stream().toList();
        return all.stream().mapToInt(this::tellDue).sum();
    }

    private int tellDue(Teller teller) {
        int told = 0;
        try {
            // Bounded, so that a long queue of one teller lets the others have their turn.
            while (told < AT_ONCE && SystemScope.call(teller::tellNext)) {
                told++;
            }
            failing.remove(teller);
        } catch (RuntimeException e) {
            // Tried again at every poll, but said once.
            if (!e.toString().equals(failing.put(teller, e.toString()))) {
                LOG.warn(
                        "{} could not tell what is due, and tries again.",
                        teller.getClass().getSimpleName(),
                        e);
            }
        }
        return told;
    }
}
