package slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import slipway.shared.Actor;
import slipway.shared.SiteId;
import slipway.testing.RolledBack;

class StoredPoliciesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    private final RolledBack database = new RolledBack();

    private final Policies policies = new StoredPolicies(new PolicyTable(database.sql(), CLOCK));

    @Test
    void a_new_policy_supersedes_the_former_and_both_can_be_read_again() {
        Policy policy = new Policy(
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
                                Set.of(new SiteId("zurich"), new SiteId("new-york")))));

        int first = policies.putInForce(policy, new Actor("paula"));
        int second = policies.putInForce(
                new Policy(0, Duration.ZERO, Duration.ZERO, 100, List.of(), List.of()), new Actor("paula"));

        assertThat(second).isEqualTo(first + 1);
        assertThat(policies.inForce().version()).isEqualTo(second);
        assertThat(policies.version(first))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(policy);
    }
}
