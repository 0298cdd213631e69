package slipway.site;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the leases of running orders alive, and ends the work whose lease was lost. */
@Component
class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final LeaseTable leases;
    private final SiteWorker worker;
    private final SiteSettings settings;
    private final Clock clock;
    private final Map<Claimed, Running> running = new ConcurrentHashMap<>();

    Pulse(LeaseTable leases, SiteWorker worker, SiteSettings settings, Clock clock) {
        this.leases = leases;
        this.worker = worker;
        this.settings = settings;
        this.clock = clock;
    }

    Running begin(Claimed claimed, LeasedOrder lease) {
        Instant until = clock.instant().plus(settings.lease());
        Running begun = new Running(claimed, lease, Thread.currentThread(), until);
        running.put(claimed, begun);
        return begun;
    }

    void end(Running ended) {
        running.remove(ended.claimed());
        ended.end();
    }

    void beat() {
        List<Running> held = List.copyOf(running.values());
        if (held.isEmpty()) {
            return;
        }
        Instant until = clock.instant().plus(settings.lease());
        try {
            Set<Long> still = leases.extend(held.stream().map(Running::claimed).toList(), worker.id(), until);
            held.forEach(each -> {
                if (still.contains(each.claimed().order().id())) {
                    each.extended(until);
                } else {
                    lose(each);
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("Could not extend the leases of {} orders: {}", held.size(), e.toString());
            held.stream().filter(each -> each.isOver(clock.instant())).forEach(this::lose);
        }
    }

    private void lose(Running each) {
        if (each.lose()) {
            LOG.warn(
                    "Lost the lease of order {}; its work is ended.",
                    each.claimed().order().id());
        }
    }
}
