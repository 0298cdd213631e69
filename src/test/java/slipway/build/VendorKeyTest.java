package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorKeyTest {
    @TempDir
    Path folder;

    private enum Kind {
        ED25519("Ed25519"),
        ECDSA("ECDSA P-256"),
        RSA("RSA");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        VendorDesk at(Path desk) throws IOException {
            return switch (this) {
                case ED25519 -> VendorDesk.ed25519(desk);
                case ECDSA -> VendorDesk.ecdsa(desk);
                case RSA -> VendorDesk.rsa(desk);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_openssl_signed_with_the_key_is_signed_and_nothing_else_is(Kind kind) throws Exception {
        VendorDesk desk = kind.at(folder.resolve("one"));
        Path delivery = desk.deliver("1", Map.of("README", "hello"));
        byte[] content = Files.readAllBytes(delivery.resolve(Checksums.FILE));
        byte[] signature = Files.readAllBytes(delivery.resolve(Checksums.SIGNATURE));
        VendorKey key = VendorKey.of(desk.publicKey());

        assertThat(key.kind()).isEqualTo(kind.words);
        assertThat(key.signed(content, signature)).isTrue();

        VendorKey other = VendorKey.of(kind.at(folder.resolve("two")).publicKey());
        assertThat(other.signed(content, signature)).isFalse();
        content[0] ^= 1;
        assertThat(key.signed(content, signature)).isFalse();
        content[0] ^= 1;
        signature[signature.length / 2] ^= 1;
        assertThat(key.signed(content, signature)).isFalse();
        assertThat(key.signed(content, new byte[0])).isFalse();
        assertThat(key.signed(content, new byte[] {1, 2, 3})).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ssh-ed25519 AAAA",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMCow=BQ\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----",
                "-----BEGIN CERTIFICATE-----\nMCowBQYDK2VwAyEA\n-----END CERTIFICATE-----"
            })
    void what_is_no_public_key_is_said_in_words(String pem) {
        assertThatThrownBy(() -> VendorKey.of(pem))
                .isInstanceOf(UnfitDelivery.class)
                .hasMessageContaining("register the right one");
    }

    @Test
    void weak_and_strange_keys_are_refused() throws IOException {
        String weak = VendorDesk.rsa(folder.resolve("weak"), 1024).publicKey();
        String strange = VendorDesk.with(
                        folder.resolve("strange"), List.of(), "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384")
                .publicKey();
        String ed448 = VendorDesk.with(folder.resolve("ed448"), List.of(), "-algorithm", "ed448")
                .publicKey();

        for (String key : List.of(weak, strange, ed448)) {
            assertThatThrownBy(() -> VendorKey.of(key)).hasMessageContaining("2048 bits or more");
        }
    }
}
