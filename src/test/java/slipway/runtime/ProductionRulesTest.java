package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ProductionRulesTest {
    private final MockEnvironment environment = new MockEnvironment();
    private int umask = 077;

    @BeforeEach
    void a_good_production() {
        environment.setActiveProfiles("production");
        environment
                .withProperty("slipway.administrator.password", "Long-Enough-1")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/slipway")
                .withProperty("spring.datasource.username", "application")
                .withProperty("spring.flyway.user", "owner");
    }

    @Test
    void a_good_production_starts() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void the_administrators_password_must_be_set() {
        environment.setProperty("slipway.administrator.password", " ");
        refused("slipway.administrator.password");
    }

    @Test
    void unsandboxed_builds_are_refused() {
        environment.setProperty("slipway.build.allow-unsandboxed", "true");
        refused("slipway.build.allow-unsandboxed");
    }

    @Test
    void the_tour_is_refused() {
        environment.setProperty("slipway.tour.enabled", "true");
        refused("tour");
    }

    @Test
    void the_owner_must_be_another_role() {
        environment.setProperty("spring.flyway.user", "application");
        refused("spring.flyway.user");
    }

    @Test
    void what_it_writes_must_be_closed_to_others() {
        umask = 022;
        refused("umask 077 (in systemd UMask=0077)");
        umask = 0177;
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void elsewhere_all_of_that_passes() {
        environment.setActiveProfiles();
        umask = 022;
        environment.setProperty("slipway.administrator.password", "");
        environment.setProperty("spring.flyway.user", "application");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void refused(String words) {
        assertThatThrownBy(this::check).isInstanceOf(StartRefused.class).hasMessageContaining(words);
    }

    private void check() {
        ProductionRules.check(StartSettings.of(environment), environment, OptionalInt.of(umask));
    }
}
