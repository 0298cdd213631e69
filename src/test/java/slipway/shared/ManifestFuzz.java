package slipway.shared;

import java.nio.charset.StandardCharsets;
import slipway.fuzz.Fuzzed;

/** What claims to be a manifest is one, in the only form, or is refused. */
public final class ManifestFuzz {
    private ManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            Manifest manifest = Manifest.parse(text);
            Fuzzed.equal(Manifest.parse(manifest.text()), manifest);
        } catch (IllegalArgumentException refused) {
            Fuzzed.saidWhy(refused);
        }
    }
}
