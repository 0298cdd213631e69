package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    /** From FIPS 180-2. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void it_is_the_sha_256_of_the_bytes_wherever_they_come_from() throws IOException {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("abc"), bytes);

        assertThat(Digest.of("abc")).hasToString(ABC);
        assertThat(Digest.of(bytes).hex()).isEqualTo(ABC);
        assertThat(Digest.of(file).hex()).isEqualTo(ABC);
        assertThat(Digest.of("abc").brief()).isEqualTo("ba7816bf8f01");
    }

    @Test
    void a_stream_is_read_to_its_end_however_it_comes() throws IOException {
        byte[] large = new byte[200_000];
        new Random().nextBytes(large);
        InputStream slow = new ByteArrayInputStream(large) {
            private boolean waits;

            @Override
            public int read(byte[] into, int from, int most) {
                waits = !waits;
                return waits ? 0 : super.read(into, from, Math.min(most, 7));
            }
        };

        assertThat(Digest.of(new ByteArrayInputStream(large))).isEqualTo(Digest.of(large));
        assertThat(Digest.of(slow)).isEqualTo(Digest.of(large));
        assertThat(Digest.of(InputStream.nullInputStream())).isEqualTo(Digest.of(new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ba7816bf8f01", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
    void another_form_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest(text)).withMessageContaining("digest");
    }
}
