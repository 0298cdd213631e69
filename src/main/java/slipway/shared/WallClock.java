package slipway.shared;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them, to the minute. */
public final class WallClock {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private WallClock() {}

    /** {@code 29 Nov 2026 12:13 UTC} */
    public static String utc(Instant moment) {
        return FORM.format(moment.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** The same on the clock of a place: {@code 29 Nov 2026 13:13 (Europe/Zurich)} */
    public static String at(Instant moment, ZoneId zone) {
        return FORM.format(moment.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
