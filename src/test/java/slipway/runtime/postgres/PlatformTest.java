package slipway.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.runtime.StartRefused;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, x86_64", "Mac OS X, aarch64"})
    void the_programs_for_each_machine_are_shipped(String os, String arch) {
        assertThat(getClass().getClassLoader().getResource(Platform.archive(os, arch)))
                .isNotNull();
    }

    @Test
    void a_machine_without_programs_is_told_the_way_out() {
        assertThatThrownBy(() -> Platform.archive("Windows 11", "amd64"))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.sentence()).contains("spring.datasource.url"));
    }
}
