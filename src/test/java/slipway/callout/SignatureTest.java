package slipway.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final byte[] BODY = "{\"release\":\"REL-2026-0007\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant AT = Instant.ofEpochSecond(1_764_500_000L);

    /** As {@code printf '1764500000.{"release":"REL-2026-0007"}' | openssl dgst -sha256 -hmac 'between the two of us'}. */
    @Test
    void it_is_what_others_compute_with_their_tools() {
        assertThat(Signature.of("between the two of us", AT, BODY))
                .isEqualTo("6a45ef9da5b8265dc93c25339514aea6486ab078dc7c99d001f18df5cc59c273");
    }

    @Test
    void time_body_and_secret_are_all_signed() {
        String signed = Signature.of("between the two of us", AT, BODY);
        assertThat(Signature.of("between the two of us", AT.plusSeconds(1), BODY))
                .isNotEqualTo(signed);
        assertThat(Signature.of("between the two of us", AT, "{}".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(signed);
        assertThat(Signature.of("between the three of us", AT, BODY)).isNotEqualTo(signed);
    }
}
