package slipway.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::ffff, 2001:db8:1:2:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "unknown, unknown",
        "a:host:of:nobody.example, a:host:of:nobody.example",
        "1:2:3, 1:2:3",
    })
    void one_network_of_ipv6_is_one_address(String address, String network) {
        assertThat(Origin.network(address)).isEqualTo(network);
    }

    @Test
    void slipway_itself_comes_from_nowhere() {
        assertThat(Origin.ofRequest()).isEmpty();
    }
}
