package slipway.scenario;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.event.Event;
import slipway.release.ReleaseEvent;
import slipway.release.ReleaseState;

/** A move of a release from one state to another. */
record Move(ReleaseState from, ReleaseState to) implements Comparable<Move> {

    /** What the state table has; what was stopped goes on where it was stopped. */
    static Set<Move> ofTable() {
        return EnumSet.allOf(ReleaseState.class).stream()
                .flatMap(from -> EnumSet.allOf(ReleaseState.class).stream().map(to -> new Move(from, to)))
                .filter(Move::isAllowed)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isAllowed() {
        return from.mayBecome(to, Optional.empty())
                || (from == ReleaseState.PAUSED && to.mayBecome(ReleaseState.PAUSED, Optional.empty()));
    }

    /** The move that an event tells of. */
    static Stream<Move> toldBy(Event event) {
        return switch (event) {
            case ReleaseEvent.ReleaseSubmitted submitted ->
                Stream.of(new Move(ReleaseState.DRAFT, ReleaseState.SUBMITTED));
            case ReleaseEvent.ReleaseMoved moved -> Stream.of(new Move(moved.from(), moved.to()));
            case ReleaseEvent.ReleaseClosed closed -> Stream.of(new Move(ReleaseState.REVIEWED, ReleaseState.CLOSED));
            default -> Stream.empty();
        };
    }

    @Override
    public int compareTo(Move other) {
        return from == other.from ? to.compareTo(other.to) : from.compareTo(other.from);
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
