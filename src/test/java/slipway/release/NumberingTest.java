package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberingTest {
    @Test
    void a_minor_release_keeps_the_major_version() {
        assertThat(Numbering.contradiction("v1.2.0", "1.1.0", ReleaseType.MINOR))
                .isEmpty();
        assertThat(Numbering.contradiction("v2.0.0", "1.1.0", ReleaseType.MINOR))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("numbering");
                    assertThat(no.field()).isEqualTo("tag");
                });
    }

    @Test
    void a_major_release_may_change_it() {
        assertThat(Numbering.contradiction("2.0", "1.9", ReleaseType.MAJOR)).isEmpty();
    }

    @Test
    void what_cannot_be_compared_is_refused() {
        assertThat(Numbering.contradiction("latest", "1.1.0", ReleaseType.MAJOR))
                .isPresent();
    }
}
