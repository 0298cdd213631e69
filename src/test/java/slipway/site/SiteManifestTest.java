package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

class SiteManifestTest {
    private static final Manifest.Entry FILE = new Manifest.Entry("run.sh", Digest.of("r"), 1, true);

    @Test
    void the_sequence_begins_with_one() {
        assertThat(manifest(1, "1.0.0", List.of(FILE)).sequence()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manifest(0, "1.0.0", List.of(FILE)))
                .withMessageContaining("begins with 1");
    }

    @Test
    void no_files_and_the_version_of_what_is_gone_go_together() {
        assertThat(manifest(1, SiteManifest.GONE, List.of()).text()).endsWith("\nversion -\nfiles 0\n");
        assertThatIllegalArgumentException().isThrownBy(() -> manifest(1, "1.0.0", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> manifest(1, SiteManifest.GONE, List.of(FILE)));
    }

    @Test
    void what_does_not_begin_as_a_manifest_does_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteManifest.parse("slipway-site-manifest 2\n"))
                .withMessageContaining("does not begin");
        String text = manifest(1, "1.0.0", List.of(FILE)).text();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteManifest.parse(text.replace("files 1", "files 2")))
                .withMessageContaining("canonical");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json | no JSON",
                "{} | 0 signatures",
                "{'signatures':[{},{}]} | 2 signatures",
                "{'signatures':[{}]} | no text 'payloadType'",
                "{'payloadType':'t','payload':7,'signatures':[{}]} | no text 'payload'",
                "{'payloadType':'t','payload':'p','signatures':[{'sig':'s'}]} | no text 'keyid'",
                "{'payloadType':'t','payload':'p','signatures':[{'keyid':'k'}]} | no text 'sig'",
            })
    void an_envelope_that_lacks_something_is_refused_by_its_name(String json, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedManifest.parse(json.replace('\'', '"')))
                .withMessageContaining(what);
    }

    @Test
    void an_envelope_is_read_back_as_it_was_written() {
        SignedManifest envelope = new SignedManifest("type/x", base64("payload"), "key", base64("signature"));

        assertThat(SignedManifest.parse(envelope.json())).isEqualTo(envelope);
        assertThat(envelope.content()).asString(StandardCharsets.UTF_8).isEqualTo("payload");
        assertThat(envelope.signatureBytes()).asString(StandardCharsets.UTF_8).isEqualTo("signature");
    }

    /** The example of DSSE's own protocol.md. */
    @Test
    void type_and_payload_are_signed_with_their_lengths() {
        SignedManifest envelope = new SignedManifest("http://example.com/HelloWorld", base64("hello world"), "key", "");

        assertThat(envelope.authenticated())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SiteManifest manifest(long sequence, String version, List<Manifest.Entry> entries) {
        return new SiteManifest(
                new SiteId("basel"),
                sequence,
                SiteManifest.Kind.INSTALL,
                ReleaseNumber.of(2026, 42),
                new UnitId("iban-check"),
                version,
                entries);
    }
}
