package slipway.build;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import slipway.fuzz.Fuzzed;

/** What claims to be a vendor's key signs nothing by chance, and whatever is no key is refused in words. */
public final class VendorKeyFuzz {
    private VendorKeyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        read(new String(input, StandardCharsets.UTF_8), input);
        read(
                "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(input)
                        + "\n-----END PUBLIC KEY-----",
                input);
    }

    private static void read(String pem, byte[] input) {
        try {
            Fuzzed.equal(VendorKey.of(pem).signed(input, input), false);
        } catch (UnfitDelivery refused) {
            Fuzzed.saidWhy(refused);
        }
    }
}
