package slipway.engine.guard;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers that people enter, bounded before they are parsed: reading a million digits takes seconds, and a short number
 * with a large exponent takes them as soon as it is written out.
 */
final class Numbers {
    /** The most characters of a number or a date. */
    static final int LONGEST = 40;

    private static final int LARGEST_POWER = 20;
    private static final int BITS = 140;

    private Numbers() {}

    static Typed of(Object entered) {
        if (!(entered instanceof Number || entered instanceof String)) {
            return Typed.other();
        }
        if (large(entered)) {
            return outside();
        }
        String text = entered.toString();
        if (text.length() > LONGEST) {
            return outside();
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return moderate(number) ? new Typed.Value(number) : outside();
        } catch (NumberFormatException none) {
            return Typed.other();
        }
    }

    /** Writing out a number that long would take what reading it is spared. */
    private static boolean large(Object entered) {
        return (entered instanceof BigInteger whole && whole.bitLength() > BITS)
                || (entered instanceof BigDecimal number
                        && (number.unscaledValue().bitLength() > BITS || !moderate(number)));
    }

    /** Whether it is written with at most that many digits before and after the point. */
    static boolean moderate(BigDecimal number) {
        long leading = (long) number.precision() - number.scale();
        return leading <= LARGEST_POWER && leading >= -LARGEST_POWER;
    }

    private static Typed outside() {
        return Typed.wrong(
                "out-of-range",
                "is longer or larger than any number asked for; enter at most " + LARGEST_POWER + " digits");
    }
}
