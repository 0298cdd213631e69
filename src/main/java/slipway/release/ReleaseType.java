package slipway.release;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Decided by the table {@code release-type} from facts, frozen at submission; each takes more care than the one before. */
public enum ReleaseType {
    MINOR,
    MAJOR,
    EMERGENCY;

    /** This one, or the former where that one is higher: a type is never lowered. */
    public ReleaseType atLeast(ReleaseType former) {
        return Collections.max(List.of(this, former));
    }

    /** For people. */
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
