package slipway.shared;

import java.nio.charset.StandardCharsets;
import slipway.fuzz.Fuzzed;
import slipway.shared.PlainText.Plain;
import slipway.shared.PlainText.Reading;
import slipway.shared.PlainText.Wrong;

/** What people type comes in once: read again it stays as it is, and nothing in it hides. */
public final class PlainTextFuzz {
    private PlainTextFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String typed = new String(input, StandardCharsets.UTF_8);
        switch (PlainText.lines(typed, PlainText.LINES)) {
            case Plain plain -> {
                Reading again = PlainText.lines(plain.text(), PlainText.LINES);
                Fuzzed.equal(again, plain);
                plain.text()
                        .lines()
                        .forEach(line -> Fuzzed.equal(
                                PlainText.hidden(line.replace('\t', ' ')).isPresent(), false));
            }
            case Wrong wrong -> Fuzzed.equal(wrong.sentence().isBlank(), false);
        }
        Fuzzed.equal(PlainText.hidden(PlainText.coded(typed)).isPresent(), false);
    }
}
