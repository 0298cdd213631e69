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
    private final Expected expected;
    private final Runnable decided;
    private State state = State.WAITING;
    private long since;
    private boolean writes;
    private long writesSince;
    private long workedUntil;
    private long took;

    /** {@code expected} is what such a request usually costs; {@code decided} is called when waiting ends. */
    Ticket(Visitor visitor, Expected expected, Runnable decided) {
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

    Expected expected() {
        return expected;
    }

    boolean takesLong() {
        return expected.isLong();
    }

    boolean is(State asked) {
        return state == asked;
    }

    /** Whether it needs its place: not while its reader keeps it waiting. */
    boolean works(long now) {
        return state == State.HAS_PLACE && !(writes && now - writesSince > STUCK);
    }

    /** What its place has cost by the shared time of {@link Places}, without the time of its reader. */
    long had(long shared) {
        return state == State.HAS_PLACE ? (writes ? workedUntil : shared) - since : 0;
    }

    /** What its place cost in the end. */
    long took() {
        return took;
    }

    void takes(long shared) {
        since = shared;
        state = State.HAS_PLACE;
        decided.run();
    }

    void writes(long now, long shared) {
        writes = true;
        writesSince = now;
        workedUntil = shared;
    }

    void wrote(long shared) {
        writes = false;
        since += shared - workedUntil;
    }

    void leaves(long shared) {
        took = had(shared);
        state = State.GONE;
    }

    void turnedAway() {
        state = State.TURNED_AWAY;
        decided.run();
    }
}
