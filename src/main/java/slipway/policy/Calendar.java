package slipway.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.WallClock;

/** Windows and freezes of one policy, read in each site's time zone. */
record Calendar(Policy policy) {
    private static final Duration HORIZON = Duration.ofDays(400);

    List<Refusal> closed(SiteId site, ZoneId zone, Instant at) {
        List<Refusal> reasons = new ArrayList<>();
        ZonedDateTime local = at.atZone(zone);
        if (policy.windows().stream().noneMatch(window -> covers(window, local))) {
            reasons.add(Refusal.of(
                    "outside-window",
                    "At " + site + " it is " + local.toLocalDateTime() + " (" + zone
                            + "), outside every window of policy " + policy.version() + "."));
        }
        policy.freezes().stream()
                .filter(freeze -> covers(freeze, site, at))
                .map(freeze -> Refusal.of(
                        "freeze",
                        "Freeze '" + freeze.name() + "' covers " + site + " until " + WallClock.at(freeze.end(), zone)
                                + "."))
                .forEach(reasons::add);
        return reasons;
    }

    /** The first instant, not before the given one, at which every site is open. */
    Optional<Instant> nextOpen(Map<SiteId, ZoneId> sites, Instant from) {
        return turningPoints(Set.copyOf(sites.values()), from).stream()
                .filter(at -> sites.entrySet().stream()
                        .allMatch(site ->
                                closed(site.getKey(), site.getValue(), at).isEmpty()))
                .findFirst();
    }

    // Only here can "closed" become "open": now, at an opening hour, at the end of a freeze, when a clock is changed.
    private TreeSet<Instant> turningPoints(Set<ZoneId> zones, Instant from) {
        TreeSet<Instant> points = new TreeSet<>(Set.of(from));
        policy.freezes().forEach(freeze -> points.add(freeze.end()));
        Instant limit = from.plus(HORIZON);
        for (ZoneId zone : zones) {
            for (LocalDate day = from.atZone(zone).toLocalDate();
                    day.atStartOfDay(zone).toInstant().isBefore(limit); ) {
                for (Policy.Window window : policy.windows()) {
                    ZonedDateTime opens = ZonedDateTime.of(day, window.from(), zone);
                    points.add(opens.withEarlierOffsetAtOverlap().toInstant());
                    points.add(opens.withLaterOffsetAtOverlap().toInstant());
                }
                day = day.plusDays(1);
            }
            clockChanges(zone.getRules(), from, limit, points);
        }
        return new TreeSet<>(points.subSet(from, true, limit, false));
    }

    private static void clockChanges(ZoneRules rules, Instant from, Instant limit, Set<Instant> points) {
        ZoneOffsetTransition change = rules.nextTransition(from);
        while (change != null && change.getInstant().isBefore(limit)) {
            points.add(change.getInstant());
            change = rules.nextTransition(change.getInstant());
        }
    }

    private static boolean covers(Policy.Window window, ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        return window.days().contains(local.getDayOfWeek())
                && !time.isBefore(window.from())
                && (window.to().equals(LocalTime.MIDNIGHT) || time.isBefore(window.to()));
    }

    private static boolean covers(Policy.Freeze freeze, SiteId site, Instant at) {
        return !at.isBefore(freeze.start())
                && at.isBefore(freeze.end())
                && (freeze.sites().isEmpty() || freeze.sites().contains(site));
    }
}
