package slipway.communication;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import slipway.planning.Plan;

/** The window of a plan as a clock on a site's wall shows it. */
final class LocalWindow {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

    private LocalWindow() {}

    static String text(Plan plan, ZoneId zone) {
        return TIME.format(plan.start().atZone(zone)) + " to "
                + TIME.format(plan.end().atZone(zone)) + " " + zone;
    }
}
