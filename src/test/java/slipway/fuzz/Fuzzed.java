package slipway.fuzz;

import java.util.Objects;
import slipway.shared.PlainText;

/** What must hold of whatever comes in; short, because a fuzzer asks it some ten thousand times a second. */
public final class Fuzzed {
    private Fuzzed() {}

    public static void equal(Object found, Object expected) {
        if (!Objects.equals(found, expected)) {
            throw new AssertionError("found " + shown(found) + ", expected " + shown(expected));
        }
    }

    /** Two that look the same are not. */
    private static String shown(Object value) {
        return value + " = " + PlainText.coded(String.valueOf(value));
    }

    /** A refusal is a sentence. */
    public static void saidWhy(Exception refusal) {
        if (refusal.getMessage() == null || refusal.getMessage().isBlank()) {
            throw new AssertionError("refused without a word", refusal);
        }
    }
}
