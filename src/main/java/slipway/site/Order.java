package slipway.site;

import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** One order of work at a site. */
public record Order(long id, Batch batch, SiteId site, UnitId unit, int place, int attempt, State state) {
    /** Whether it follows another one of its batch at the site, which was done well before it was opened. */
    public boolean follows() {
        return place > 0;
    }

    /** Kinds of work, the most urgent first. */
    public enum Kind {
        RESTORE,
        INSTALL,
        INVENTORY
    }

    /** Where an order stands. */
    public enum State {
        /** Waits for the one before it at its site. */
        WAITING,
        /** To be begun. */
        OPEN,
        /** Begun; somebody holds its lease. */
        CLAIMED,
        /** Its outcome is written. */
        DONE,
        /** Nobody begins it any more. */
        WITHDRAWN
    }
}
