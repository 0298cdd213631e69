package slipway.site;

import java.nio.charset.StandardCharsets;
import slipway.fuzz.Fuzzed;

/** Whatever somebody pastes as an inventory is read or refused in words. */
public final class ReportedInventoryFuzz {
    private ReportedInventoryFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (ReportedInventory.of(new String(input, StandardCharsets.UTF_8)) instanceof ReportedInventory.Wrong wrong) {
            Fuzzed.equal(wrong.refusal().reason().isBlank(), false);
        }
    }
}
