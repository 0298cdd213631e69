package slipway.engine.share;

/** One request on its way: it waits, has a place, and is gone; or it is turned away. */
final class Ticket {
    enum State {
        WAITING,
        HAS_PLACE,
        GONE,
        TURNED_AWAY
    }

    /** Longer than a write takes whose reader keeps up. */
    static final long STUCK = 100_000_000L;

    private final Visitor visitor;
    private Visitor charged;
    private final double expected;
    private final Runnable decided;
    private State state = State.WAITING;
    private long since;
    private boolean writes;
    private long writesSince;
    private long took;

    /** {@code expected} is how many seconds such a request usually takes; {@code decided} is called when waiting ends. */
    Ticket(Visitor visitor, double expected, Runnable decided) {
        this.visitor = visitor;
        this.charged = visitor;
        this.expected = expected;
        this.decided = decided;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Who is charged for it in the end: somebody, once the password was right, and not everybody at the address. */
    Visitor charged() {
        return charged;
    }

    void charge(Visitor proven) {
        charged = proven;
    }

    double expected() {
        return expected;
    }

    boolean is(State asked) {
        return state == asked;
    }

    /** Whether it needs its place: not while its reader keeps it waiting. */
    boolean works(long now) {
        return state == State.HAS_PLACE && !(writes && now - writesSince > STUCK);
    }

    /** How long it has had its place, without the time of its reader. */
    long had(long now) {
        return state == State.HAS_PLACE ? (writes ? writesSince : now) - since : 0;
    }

    /** How long it had its place in the end. */
    long took() {
        return took;
    }

    void takes(long now) {
        since = now;
        state = State.HAS_PLACE;
        decided.run();
    }

    void writes(long now) {
        writes = true;
        writesSince = now;
    }

    void wrote(long now) {
        writes = false;
        since += now - writesSince;
    }

    void leaves(long now) {
        took = had(now);
        state = State.GONE;
    }

    void turnedAway() {
        state = State.TURNED_AWAY;
        decided.run();
    }
}
