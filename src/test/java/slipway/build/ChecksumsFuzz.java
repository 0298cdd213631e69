package slipway.build;

import slipway.fuzz.Fuzzed;
import slipway.shared.Manifest;

/** A vendor's list names plain paths inside the delivery, each once, or is refused in words. */
public final class ChecksumsFuzz {
    private ChecksumsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Checksums.parse(input).digests().keySet().forEach(path -> Fuzzed.equal(Manifest.isPlain(path), true));
        } catch (UnfitDelivery refused) {
            Fuzzed.saidWhy(refused);
        }
    }
}
