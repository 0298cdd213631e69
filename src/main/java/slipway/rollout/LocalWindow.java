package slipway.rollout;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import slipway.planning.Plan;

/** A plan's window as the clock on the wall of a site shows it. */
final class LocalWindow {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private LocalWindow() {}

    static String of(Plan plan, ZoneId zone) {
        return FORM.format(plan.start().atZone(zone)) + " to "
                + FORM.format(plan.end().atZone(zone)) + " (" + zone.getId() + ")";
    }
}
