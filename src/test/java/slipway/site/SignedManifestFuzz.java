package slipway.site;

import java.nio.charset.StandardCharsets;
import slipway.fuzz.Fuzzed;

/** What claims to be an order for a site is one, in the only form, or is refused. */
public final class SignedManifestFuzz {
    private SignedManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            SignedManifest signed = SignedManifest.parse(text);
            Fuzzed.equal(SignedManifest.parse(signed.json()), signed);
            signed.signatureBytes();
            Fuzzed.equal(SiteManifest.parse(signed.manifest().text()), signed.manifest());
        } catch (IllegalArgumentException refused) {
            Fuzzed.saidWhy(refused);
        }
    }
}
