package slipway.identity;

import java.nio.charset.StandardCharsets;
import slipway.fuzz.Fuzzed;

/** An address has one form: read again it is the same person's. */
public final class MailAddressFuzz {
    private MailAddressFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        MailAddress.of(new String(input, StandardCharsets.UTF_8))
                .ifPresent(
                        address -> Fuzzed.equal(MailAddress.of(address.text()).orElseThrow(), address));
    }
}
