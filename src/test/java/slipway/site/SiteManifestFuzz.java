package slipway.site;

import java.nio.charset.StandardCharsets;
import slipway.fuzz.Fuzzed;

/** A site manifest has one form only, so that one signature means one thing. */
public final class SiteManifestFuzz {
    private SiteManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            Fuzzed.equal(SiteManifest.parse(text).text(), text);
        } catch (IllegalArgumentException refused) {
            Fuzzed.saidWhy(refused);
        }
    }
}
