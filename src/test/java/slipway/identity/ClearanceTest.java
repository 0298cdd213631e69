package slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClearanceTest {

    @Test
    void somebody_without_a_role_is_let_in_where_no_role_is_asked_for_only() {
        assertThat(admitting(Set.of("monitoring"))).containsExactlyInAnyOrder(Clearance.ANYBODY, Clearance.EVERY_USER);
    }

    @Test
    void a_role_opens_what_is_open_to_it() {
        assertThat(admitting(Set.of(Roles.BUILD_ENGINEER.group())))
                .containsExactlyInAnyOrder(
                        Clearance.ANYBODY, Clearance.EVERY_USER, Clearance.EVERY_ROLE, Clearance.BUILDS);
        assertThat(admitting(Set.of(Roles.SITE_COORDINATOR.group())))
                .containsExactlyInAnyOrder(
                        Clearance.ANYBODY, Clearance.EVERY_USER, Clearance.EVERY_ROLE, Clearance.SITES);
    }

    @Test
    void administrators_have_no_role_by_that() {
        assertThat(admitting(Set.of(Clearance.ADMINISTRATOR)))
                .containsExactlyInAnyOrder(Clearance.ANYBODY, Clearance.EVERY_USER, Clearance.ADMINISTRATORS);
    }

    @Test
    void people_read_who_is_let_in() {
        assertThat(Clearance.EVERY_ROLE.words()).isEqualTo("people with a role in release management");
        assertThat(Clearance.SITES.words())
                .startsWith("the roles " + Roles.RELEASE_MANAGER.title() + ", ")
                .endsWith(Roles.AUDITOR.title());
    }

    private static Set<Clearance> admitting(Set<String> groups) {
        return Stream.of(Clearance.values())
                .filter(clearance -> clearance.admits(groups))
                .collect(Collectors.toSet());
    }
}
