package slipway.rollout;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.SiteId;
import slipway.site.Order;

/**
 * A wave as it was started last: {@code planned} counts all its sites that had something to do, {@code decided} those of
 * them that people had decided on before it was started again, returned or left alone; the next three where the others
 * ended, or had ended before; {@code inARow} the most that failed one after another since it was started. {@code batch} numbers its orders; {@code why} says why it stopped, empty = it did not, and
 * {@code sitesFinish} that nothing of it cuts off a site that was begun.
 */
record Wave(
        int number,
        WaveState state,
        long batch,
        Optional<Threshold> threshold,
        int planned,
        int decided,
        int verified,
        int failed,
        int notReached,
        int inARow,
        String why,
        boolean sitesFinish,
        Instant startedAt) {

    static final String WINDOW_PASSED = "The approved window has passed.";

    /** A wave of these sites, of which {@code toDo} are begun now; without one it is settled at once. */
    static Wave started(
            int number,
            long batch,
            Optional<Threshold> threshold,
            List<SiteStand> sites,
            Set<SiteId> toDo,
            Instant at) {
        List<SiteStand> planned = sites.stream()
                .filter(site -> toDo.contains(site.site()) || hadSomethingToDo(site))
                .toList();
        int verified = (int) planned.stream()
                .filter(site -> !toDo.contains(site.site()) && verifiedBefore(site))
                .count();
        return new Wave(
                number,
                toDo.isEmpty() ? WaveState.SETTLED : WaveState.RUNNING,
                batch,
                threshold,
                planned.size(),
                planned.size() - verified - toDo.size(),
                verified,
                0,
                0,
                0,
                "",
                false,
                at);
    }

    /** What waits and is not begun runs the revision already. */
    private static boolean hadSomethingToDo(SiteStand site) {
        return site.waiting() ? verifiedBefore(site) : site.state() != TargetState.NOTHING_TO_DO;
    }

    private static boolean verifiedBefore(SiteStand site) {
        return site.state() == TargetState.VERIFIED
                || (site.waiting() && site.parts().stream().anyMatch(part -> part.state() == TargetState.VERIFIED));
    }

    /** What the ends of its sites so far mean. */
    enum Verdict {
        /** More is to come. */
        GOES_ON,
        /** Too many failed: no further site may begin. */
        STOPS,
        /** Nothing is under way any more. */
        IS_SETTLED
    }

    /** Judged after every outcome; a threshold that cannot be read stops. */
    Verdict verdict() {
        if ((state == WaveState.RUNNING || finishesSites()) && tooManyFailed()) {
            return Verdict.STOPS;
        }
        return decided + verified + failed + notReached == planned ? Verdict.IS_SETTLED : Verdict.GOES_ON;
    }

    /** Whether a part that waits may begin: in a running wave, or as the rest of a site where one before it was done. */
    boolean mayBegin(Order order) {
        return state == WaveState.RUNNING || (order.follows() && finishesSites());
    }

    /**
     * Whether nothing stopped it but the window or an RFC that was taken back: then no further site begins, and each that
     * was begun gets its rest.
     */
    boolean finishesSites() {
        return state == WaveState.STOPPING && sitesFinish;
    }

    /** How long it is watched before the next one begins; what was there already needs no watching. */
    Duration watched(Duration soak) {
        return planned == 0 ? Duration.ZERO : soak;
    }

    /** Until when what it installed is watched, in whole milliseconds, as timers have it, so that none is there before. */
    Optional<Instant> watchedUntil(Instant now, Duration soak) {
        return verified == 0 ? Optional.empty() : Optional.of(now.plus(soak).truncatedTo(ChronoUnit.MILLIS));
    }

    /** Every limit that was passed, with the figures. */
    String tooMany() {
        return String.join(" ", passed());
    }

    /** Whether it stopped for nothing but what somebody raised, who told of it. */
    boolean raised() {
        return !tooManyFailed() && !why.contains(WINDOW_PASSED);
    }

    boolean tooManyFailed() {
        return !passed().isEmpty();
    }

    private List<String> passed() {
        return threshold
                .map(limits -> limits.passedBy(failed, planned, inARow, number))
                .orElseGet(() -> failed == 0 ? List.of() : List.of(unlimited()));
    }

    private String unlimited() {
        return failed + " of " + planned + " sites of wave " + number
                + " failed, against a threshold that cannot be read.";
    }
}
