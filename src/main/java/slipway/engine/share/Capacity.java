package slipway.engine.share;

/**
 * How many places there are, how many of them only for light visitors, how many at most what takes long may have at once,
 * how many requests may wait, and how much of each one visitor has: places, requests with a place or a slow reader, and
 * waiting ones.
 */
record Capacity(int places, int forLight, int forLong, int waiting, int placesEach, int insideEach, int waitingEach) {
    /** Logging in and asking for the health are short, and have places of their own. */
    static final int PLACES_AT_THE_DOOR = 2;

    /** Connections that requests never get: for jobs, long work, sites, readers of the log and the outbox. */
    static final int SLIPWAYS_OWN = 12;

    /** A refused command holds one connection and records its refusal with another. */
    static final int CONNECTIONS_EACH = 2;

    private static final int PLACES_FOR_FILES = 8;
    private static final int FEWEST = 2;
    private static final int WAITING = 100;
    private static final int WAITING_EACH = 24;

    /** So that whoever asks for one thing after the other that takes long leaves a place for others who do. */
    int forLongEach() {
        return Math.max(1, forLong - 1);
    }

    /** What a pool of so many connections affords, and so many processors: more of what takes long only slows each other. */
    static Capacity of(int connections, int processors) {
        int places = (connections - SLIPWAYS_OWN) / CONNECTIONS_EACH - PLACES_AT_THE_DOOR;
        if (places < FEWEST) {
            throw new IllegalArgumentException("spring.datasource.hikari.maximum-pool-size is " + connections
                    + ": requests and Slipway's own work need at least "
                    + (SLIPWAYS_OWN + CONNECTIONS_EACH * (FEWEST + PLACES_AT_THE_DOOR)) + "; raise it");
        }
        int each = (places + 1) / 2;
        int forLight = Math.max(1, places / 3);
        int forLong = Math.min(places - forLight, Math.max(FEWEST, processors));
        return new Capacity(places, forLight, forLong, WAITING, each, each + 2, WAITING_EACH);
    }

    /** Files of pages come from the jar and take no connection. */
    static Capacity ofFiles() {
        return new Capacity(
                PLACES_FOR_FILES, 0, PLACES_FOR_FILES, WAITING, PLACES_FOR_FILES / 2, PLACES_FOR_FILES, WAITING_EACH);
    }

    static Capacity atTheDoor() {
        return new Capacity(PLACES_AT_THE_DOOR, 0, PLACES_AT_THE_DOOR, WAITING, 1, 3, WAITING_EACH);
    }
}
