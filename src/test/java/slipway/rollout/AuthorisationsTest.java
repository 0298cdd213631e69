package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.OLD;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Cmdb;
import slipway.shared.ReleaseNumber;

class AuthorisationsTest {
    private final List<String> entered = new ArrayList<>();

    @Test
    void what_was_authorised_before_is_authorised_again_in_the_name_of_its_own_release() {
        ReleaseNumber before = ReleaseNumber.of(2026, 3);

        Authorisations.giveBack(cmdb(), at("oslo").target(), OLD, before);

        assertThat(entered).containsExactly("authorise [oslo, " + OLD + ", " + before + "]");
    }

    @Test
    void what_came_from_before_slipway_is_authorised_again_in_nobodys_name() {
        Authorisations.giveBack(cmdb(), at("oslo").target(), OLD, null);

        assertThat(entered).containsExactly("authorise [oslo, " + OLD + ", null]");
    }

    @Test
    void where_nothing_was_before_nothing_may_run_because_of_the_release_that_was_not_to_be_there() {
        Authorisations.giveBack(cmdb(), at("oslo").target(), null, null);

        assertThat(entered).containsExactly("withdraw [oslo, " + CHECK + ", " + RELEASE + "]");
    }

    /** A CMDB that remembers what it was told. */
    private Cmdb cmdb() {
        return (Cmdb) Proxy.newProxyInstance(
                Cmdb.class.getClassLoader(), new Class<?>[] {Cmdb.class}, (proxy, method, arguments) -> {
                    entered.add(method.getName() + " " + Arrays.toString(arguments));
                    return null;
                });
    }
}
