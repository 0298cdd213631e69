package slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RolesTest {

    @Test
    void every_role_has_a_group_and_a_name_of_its_own() {
        assertThat(Roles.all()).containsExactly(Roles.values());
        assertThat(Roles.all()).extracting(Roles::group).doesNotHaveDuplicates().contains("cab", "site-coordinator");
        assertThat(Roles.all()).extracting(Roles::title).doesNotHaveDuplicates().contains("Change Advisory Board");
    }

    @Test
    void those_who_answer_for_the_whole_read_in_cockpit_too() {
        assertThat(Roles.all().stream()
                        .filter(role -> role.desk() == Roles.Desk.MANAGER)
                        .map(Roles::group)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "it-manager", "process-owner", "release-manager", "change-manager", "auditor");
    }
}
