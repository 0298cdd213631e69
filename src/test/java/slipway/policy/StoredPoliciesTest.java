package slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.testing.Insides;

@Insides
class StoredPoliciesTest {
    private static final SiteId ZURICH = new SiteId("zurich");
    private static final SiteId NEW_YORK = new SiteId("new-york");
    private static final Map<SiteId, ZoneId> SITES =
            Map.of(ZURICH, ZoneId.of("Europe/Zurich"), NEW_YORK, ZoneId.of("America/New_York"));
    private static final Policy EVENINGS = new Policy(
            0,
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            90,
            List.of(new Policy.Window(
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(20, 30), LocalTime.MIDNIGHT)),
            List.of(
                    new Policy.Freeze(
                            "close",
                            Instant.parse("2026-12-24T00:00:00Z"),
                            Instant.parse("2027-01-02T00:00:00Z"),
                            Set.of()),
                    new Policy.Freeze(
                            "move",
                            Instant.parse("2026-12-01T00:00:00Z"),
                            Instant.parse("2026-12-02T00:00:00Z"),
                            Set.of(ZURICH, NEW_YORK))));
    private static final Policy ALWAYS = new Policy(
            0,
            Duration.ZERO,
            Duration.ZERO,
            100,
            List.of(new Policy.Window(Set.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.MIDNIGHT)),
            List.of());
    /** Half past nine on a Monday evening in Zurich, half past three in the afternoon in New York. */
    private static final Instant MONDAY_EVENING = Instant.parse("2026-11-23T20:30:00Z");

    @Autowired
    private Policies policies;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    void sites_that_may_be_frozen() {
        SITES.forEach((site, zone) -> cmdb.registerSite(
                new Site(site, site.value(), zone, new Actor("zoe"), true, false, Channel.BY_HAND, "somewhere")));
    }

    @Test
    void a_new_policy_supersedes_the_former_and_both_can_be_read_again() {
        int first = inForce(EVENINGS);
        int second = inForce(ALWAYS);

        assertThat(second).isEqualTo(first + 1);
        assertThat(policies.inForce().version()).isEqualTo(second);
        assertThat(policies.version(first))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(EVENINGS);
        assertThatIllegalStateException().isThrownBy(() -> policies.version(second + 1));
    }

    @Test
    void a_release_keeps_the_windows_and_freezes_of_its_version() {
        int bound = inForce(EVENINGS);
        int later = inForce(ALWAYS);

        assertThat(policies.closed(bound, SITES, MONDAY_EVENING))
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("At new-york", "policy " + bound);
        assertThat(policies.closed(later, SITES, MONDAY_EVENING)).isEmpty();
        assertThat(policies.closed(bound, ZURICH, ZoneId.of("Europe/Zurich"), MONDAY_EVENING))
                .isEmpty();
    }

    @Test
    void a_site_that_the_register_lacks_is_not_frozen() {
        Policy.Freeze nowhere = new Policy.Freeze(
                "move",
                Instant.parse("2026-12-01T00:00:00Z"),
                Instant.parse("2026-12-02T00:00:00Z"),
                Set.of(new SiteId("nowhere")));

        assertThatThrownBy(() ->
                        inForce(new Policy(0, Duration.ZERO, Duration.ZERO, 100, ALWAYS.windows(), List.of(nowhere))))
                .hasMessageContaining("policy_freeze_site");
    }

    @Test
    void every_closed_site_is_named() {
        int bound = inForce(EVENINGS);

        assertThat(policies.closed(bound, SITES, Instant.parse("2026-12-01T12:00:00Z")))
                .extracting(Refusal::rule)
                .containsExactly("outside-window", "freeze", "outside-window", "freeze");
    }

    @Test
    void the_next_opening_is_that_of_the_version_asked_for() {
        int bound = inForce(EVENINGS);
        int later = inForce(ALWAYS);
        Map<SiteId, ZoneId> zurich = Map.of(ZURICH, ZoneId.of("Europe/Zurich"));

        assertThat(policies.nextOpen(bound, zurich, Instant.parse("2026-11-24T12:00:00Z")))
                .contains(Instant.parse("2026-11-29T19:30:00Z"));
        assertThat(policies.nextOpen(later, zurich, MONDAY_EVENING)).contains(MONDAY_EVENING);
    }

    @Test
    void that_a_policy_is_in_force_is_told_with_who_put_it_there() {
        int version = inForce(EVENINGS);

        assertThat(sql.sql("select actor from slipway.event where type = 'PolicyPutInForce' and body ->> 'policy' = ?")
                        .param(String.valueOf(version))
                        .query(String.class)
                        .list())
                .containsExactly("ivan");
    }

    private int inForce(Policy policy) {
        return policies.putInForce(policy, new Actor("ivan"));
    }
}
