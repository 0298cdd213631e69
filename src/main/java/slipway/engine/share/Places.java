package slipway.engine.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import slipway.engine.share.Ticket.State;

/**
 * Who gets a place next. It decides and holds no threads: whoever uses it comes with one thread at a time and with the
 * moment in nanoseconds.
 */
final class Places {
    /** Seconds that somebody may have had lately and still be a light visitor: many have little each, so it is not less. */
    static final double LIGHT = 5;

    private static final int MOST_VISITORS = 10_000;
    private static final double FORGOTTEN = 0.001;

    private final Capacity capacity;
    private final List<Ticket> inside = new ArrayList<>();
    private final List<Ticket> waiting = new ArrayList<>();
    private final Map<Visitor, Usage> usages = new HashMap<>();
    private final int processors;
    private long at;
    private double shared;

    Places(Capacity capacity, int processors) {
        this.capacity = capacity;
        this.processors = processors;
    }

    /** The request waits, has a place at once, or is turned away, itself or for it whoever had most. */
    void enter(Ticket ticket, long now) {
        passes(now);
        if (of(waiting, ticket.visitor()) >= capacity.waitingEach()) {
            ticket.turnedAway();
            return;
        }
        waiting.add(ticket);
        serve(now);
        if (waiting.size() > capacity.waiting()) {
            // The last of those who had most: the earlier ones waited longer.
            turnAway(waiting.reversed().stream()
                    .max(Comparator.comparingDouble(each -> burden(each, now)))
                    .orElseThrow());
        }
    }

    /** It waited for too long. */
    void giveUp(Ticket ticket) {
        if (ticket.is(State.WAITING)) {
            turnAway(ticket);
        }
    }

    /** Looks again, since a reader may have got stuck meanwhile. */
    void look(long now) {
        passes(now);
        serve(now);
    }

    /** Its reader is given something from now on, and may be slow. */
    void writes(Ticket ticket, long now) {
        passes(now);
        ticket.writes(now, shared());
    }

    /** Its reader has what it was given. */
    void wrote(Ticket ticket, long now) {
        passes(now);
        ticket.wrote(shared());
    }

    void leave(Ticket ticket, long now) {
        passes(now);
        if (inside.remove(ticket)) {
            ticket.leaves(shared());
            charge(ticket, now);
            serve(now);
        }
    }

    int taken(long now) {
        return (int) inside.stream().filter(each -> each.works(now)).count();
    }

    int waiting() {
        return waiting.size();
    }

    /**
     * Shared time: while more work than there are processors it goes slower, as each of them does. So nobody is charged
     * for the crowd, and what an answer usually costs is known in it too.
     */
    private void passes(long now) {
        shared += (now - at) * Math.min(1, (double) processors / Math.max(1, taken(now)));
        at = now;
    }

    private long shared() {
        return (long) shared;
    }

    private void serve(long now) {
        waiting.stream()
                .filter(mayTake(now))
                .min(Comparator.comparingDouble(each -> burden(each, now)))
                .ifPresent(next -> {
                    waiting.remove(next);
                    inside.add(next);
                    next.takes(shared());
                    serve(now);
                });
    }

    private Predicate<Ticket> mayTake(long now) {
        int free = capacity.places() - taken(now);
        List<Ticket> taking = inside.stream()
                .filter(each -> each.works(now) && each.takesLong())
                .toList();
        return ticket -> free > 0
                && (!ticket.takesLong()
                        || taking.size() < capacity.forLong() && of(taking, ticket.visitor()) < capacity.forLongEach())
                && (free > capacity.forLight() || isLight(ticket, now))
                && places(ticket.visitor(), now) < capacity.placesEach()
                && of(inside, ticket.visitor()) < capacity.insideEach();
    }

    /** Fifty who ask for dear things have little each, so what is asked for counts as well. */
    private boolean isLight(Ticket ticket, long now) {
        return !ticket.takesLong() && burden(ticket, now) < LIGHT;
    }

    /** What the visitor had lately and has now, and what this request will probably add. */
    private double burden(Ticket ticket, long now) {
        long has = inside.stream()
                .filter(each -> each.visitor().equals(ticket.visitor()))
                .mapToLong(each -> each.had(shared()))
                .sum();
        return lately(ticket.visitor(), now)
                + Usage.NONE.more(has, now).seconds()
                + ticket.expected().seconds();
    }

    /** Seconds of places that the visitor had lately, without those that it has now. */
    double lately(Visitor visitor, long now) {
        return usages.getOrDefault(visitor, Usage.NONE).seconds(now);
    }

    private void charge(Ticket ticket, long now) {
        usages.merge(
                ticket.charged(),
                Usage.NONE.more(ticket.took(), now),
                (before, added) -> before.more(ticket.took(), now));
        if (usages.size() > MOST_VISITORS) {
            usages.values().removeIf(usage -> usage.seconds(now) < FORGOTTEN);
        }
    }

    private void turnAway(Ticket ticket) {
        waiting.remove(ticket);
        ticket.turnedAway();
    }

    private long places(Visitor visitor, long now) {
        return inside.stream()
                .filter(each -> each.visitor().equals(visitor) && each.works(now))
                .count();
    }

    private static long of(List<Ticket> tickets, Visitor visitor) {
        return tickets.stream().filter(each -> each.visitor().equals(visitor)).count();
    }
}
