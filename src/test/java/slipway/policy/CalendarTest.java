package slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

class CalendarTest {
    private static final SiteId ZURICH = new SiteId("zurich");
    private static final SiteId NEW_YORK = new SiteId("new-york");
    private static final ZoneId ZURICH_TIME = ZoneId.of("Europe/Zurich");
    private static final ZoneId NEW_YORK_TIME = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    private final Calendar evenings = calendar(List.of(window(DAILY, "20:00", "22:00")));

    @Test
    void a_window_is_read_in_the_time_zone_of_the_site() {
        Instant at = Instant.parse("2026-11-20T19:30:00Z");

        assertThat(evenings.closed(ZURICH, ZURICH_TIME, at)).isEmpty();
        assertThat(evenings.closed(NEW_YORK, NEW_YORK_TIME, at))
                .singleElement()
                .satisfies(no -> assertThat(no.rule()).isEqualTo("outside-window"));
    }

    @Test
    void a_window_contains_its_start_and_not_its_end() {
        assertThat(evenings.closed(ZURICH, ZURICH_TIME, Instant.parse("2026-11-20T19:00:00Z")))
                .isEmpty();
        assertThat(evenings.closed(ZURICH, ZURICH_TIME, Instant.parse("2026-11-20T21:00:00Z")))
                .isNotEmpty();
    }

    @Test
    void midnight_as_end_of_a_window_ends_the_day() {
        Calendar late = calendar(List.of(window(Set.of(DayOfWeek.FRIDAY), "22:00", "00:00")));

        assertThat(late.closed(ZURICH, ZURICH_TIME, Instant.parse("2026-11-20T22:59:59Z")))
                .isEmpty();
        assertThat(late.closed(ZURICH, ZURICH_TIME, Instant.parse("2026-11-20T23:00:00Z")))
                .isNotEmpty();
    }

    @Test
    void a_freeze_that_ends_now_is_no_conflict() {
        Policy.Freeze freeze = freeze("close of the year", "2026-11-20T18:00:00Z", "2026-11-20T19:30:00Z", Set.of());
        Calendar calendar = calendar(List.of(window(DAILY, "20:00", "22:00")), freeze);

        assertThat(calendar.closed(ZURICH, ZURICH_TIME, Instant.parse("2026-11-20T19:29:59Z")))
                .hasSize(1);
        assertThat(calendar.closed(ZURICH, ZURICH_TIME, Instant.parse("2026-11-20T19:30:00Z")))
                .isEmpty();
    }

    @Test
    void a_freeze_of_some_sites_leaves_the_others_open() {
        Policy.Freeze freeze =
                freeze("move of the office", "2026-11-20T18:00:00Z", "2026-11-20T21:00:00Z", Set.of(NEW_YORK));
        Calendar calendar = calendar(List.of(window(DAILY, "00:00", "00:00")), freeze);
        Instant at = Instant.parse("2026-11-20T19:30:00Z");

        assertThat(calendar.closed(ZURICH, ZURICH_TIME, at)).isEmpty();
        assertThat(calendar.closed(NEW_YORK, NEW_YORK_TIME, at)).hasSize(1);
    }

    @Test
    void all_conflicts_are_listed() {
        Calendar calendar = calendar(
                List.of(window(DAILY, "20:00", "22:00")),
                freeze("close of the year", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", Set.of()),
                freeze("audit of Zürich", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", Set.of(ZURICH)),
                freeze("audit of New York", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", Set.of(NEW_YORK)));

        assertThat(calendar.closed(ZURICH, ZURICH_TIME, Instant.parse("2026-11-20T12:00:00Z")))
                .extracting(Refusal::rule)
                .containsExactly("outside-window", "freeze", "freeze");
    }

    @Test
    void a_policy_without_windows_opens_never() {
        Calendar closed = calendar(List.of());

        assertThat(closed.closed(ZURICH, ZURICH_TIME, Instant.parse("2026-11-20T12:00:00Z")))
                .isNotEmpty();
        assertThat(closed.nextOpen(Map.of(ZURICH, ZURICH_TIME), Instant.parse("2026-11-20T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void an_open_site_opens_now() {
        Instant now = Instant.parse("2026-11-20T19:17:23.5Z");

        assertThat(evenings.nextOpen(Map.of(ZURICH, ZURICH_TIME), now)).contains(now);
    }

    @Test
    void sites_of_different_zones_wait_for_the_hour_that_suits_all() {
        Calendar days = calendar(List.of(window(DAILY, "08:00", "20:00")));
        Instant night = Instant.parse("2026-11-20T23:00:00Z");

        assertThat(days.nextOpen(Map.of(ZURICH, ZURICH_TIME, NEW_YORK, NEW_YORK_TIME), night))
                .contains(Instant.parse("2026-11-21T13:00:00Z"));
    }

    @Test
    void the_end_of_a_freeze_within_a_window_opens_it() {
        Policy.Freeze freeze = freeze("close of the year", "2026-11-20T18:00:00Z", "2026-11-20T20:15:00Z", Set.of());
        Calendar calendar = calendar(List.of(window(DAILY, "20:00", "22:00")), freeze);

        assertThat(calendar.nextOpen(Map.of(ZURICH, ZURICH_TIME), Instant.parse("2026-11-20T19:00:00Z")))
                .contains(Instant.parse("2026-11-20T20:15:00Z"));
    }

    @Test
    void a_window_that_begins_in_the_hour_left_out_in_spring_opens_when_the_clock_jumps() {
        Calendar nights = calendar(List.of(window(Set.of(DayOfWeek.SUNDAY), "02:30", "05:00")));

        assertThat(nights.nextOpen(Map.of(ZURICH, ZURICH_TIME), Instant.parse("2026-03-29T00:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void a_window_in_the_hour_repeated_in_autumn_opens_twice() {
        Calendar nights = calendar(List.of(window(Set.of(DayOfWeek.SUNDAY), "02:00", "02:30")));
        Map<SiteId, ZoneId> zurich = Map.of(ZURICH, ZURICH_TIME);

        assertThat(nights.nextOpen(zurich, Instant.parse("2026-10-24T22:00:00Z")))
                .contains(Instant.parse("2026-10-25T00:00:00Z"));
        assertThat(nights.nextOpen(zurich, Instant.parse("2026-10-25T00:30:00Z")))
                .contains(Instant.parse("2026-10-25T01:00:00Z"));
    }

    @Test
    void an_empty_window_is_no_window() {
        assertThatThrownBy(() -> window(DAILY, "22:00", "04:00")).hasMessageContaining("crosses midnight");
    }

    private static Calendar calendar(List<Policy.Window> windows, Policy.Freeze... freezes) {
        return new Calendar(new Policy(1, Duration.ofMinutes(1), Duration.ofHours(1), 95, windows, List.of(freezes)));
    }

    private static Policy.Window window(Set<DayOfWeek> days, String from, String to) {
        return new Policy.Window(days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Policy.Freeze freeze(String name, String start, String end, Set<SiteId> sites) {
        return new Policy.Freeze(name, Instant.parse(start), Instant.parse(end), sites);
    }
}
