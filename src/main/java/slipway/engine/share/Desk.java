package slipway.engine.share;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import slipway.engine.share.Ticket.State;

/** Makes threads wait for what {@link Places} decides, each for a bounded time. */
final class Desk {
    private final Places places;
    private final Duration patience;
    private final LongSupplier nanos;

    Desk(Places places, Duration patience, LongSupplier nanos) {
        this.places = places;
        this.patience = patience;
        this.nanos = nanos;
    }

    /** A ticket with a place; nothing when there was none in time. */
    Optional<Ticket> enter(Visitor visitor, Expected expected) throws InterruptedException {
        Semaphore decided = new Semaphore(0);
        Ticket ticket = new Ticket(visitor, expected, decided::release);
        synchronized (places) {
            places.enter(ticket, nanos.getAsLong());
        }
        try {
            await(decided);
        } catch (InterruptedException stopped) {
            leave(ticket, Optional.empty());
            throw stopped;
        }
        synchronized (places) {
            places.giveUp(ticket);
            return ticket.is(State.HAS_PLACE) ? Optional.of(ticket) : Optional.empty();
        }
    }

    private void await(Semaphore decided) throws InterruptedException {
        long until = nanos.getAsLong() + patience.toNanos();
        for (long left = patience.toNanos();
                !decided.tryAcquire(Math.min(left, Ticket.STUCK), TimeUnit.NANOSECONDS) && left > 0;
                left = until - nanos.getAsLong()) {
            synchronized (places) {
                places.look(nanos.getAsLong());
            }
        }
    }

    void writes(Ticket ticket) {
        synchronized (places) {
            places.writes(ticket, nanos.getAsLong());
        }
    }

    void wrote(Ticket ticket) {
        synchronized (places) {
            places.wrote(ticket, nanos.getAsLong());
        }
    }

    /** Somebody who was let in by it is charged, and not everybody at the address. */
    void leave(Ticket ticket, Optional<Visitor> proven) {
        synchronized (places) {
            proven.ifPresent(ticket::charge);
            places.giveUp(ticket);
            places.leave(ticket, nanos.getAsLong());
        }
    }

    int taken() {
        synchronized (places) {
            return places.taken(nanos.getAsLong());
        }
    }

    int waiting() {
        synchronized (places) {
            return places.waiting();
        }
    }
}
