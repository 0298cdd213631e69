package slipway.rollout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How many sites of a wave may fail: in {@code percent} of those planned, {@code maxFailed} of them at most, and fewer
 * than {@code inARow} one after another; what is empty limits nothing. Passing one limit is too many.
 */
public record Threshold(BigDecimal percent, OptionalInt maxFailed, OptionalInt inARow) {
    private static final String NO_LIMIT = "no limit";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Threshold {
        percent = percent.stripTrailingZeros();
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a threshold lies between 0 and 100 percent, not at " + percent);
        }
        if (maxFailed.orElse(0) < 0 || inARow.orElse(1) < 1) {
            throw new IllegalArgumentException("no wave can be held to " + maxFailed + " and " + inARow);
        }
    }

    /**
     * What a table gave: a percentage from 0 to 100, fractions allowed, and two whole numbers, the second at least 1, or
     * "no limit". Empty when anything else stands there, nothing included.
     */
    public static Optional<Threshold> read(
            @Nullable Object percent, @Nullable Object maxFailed, @Nullable Object inARow) {
        Optional<BigDecimal> share = number(percent).filter(each -> each.compareTo(HUNDRED) <= 0);
        Optional<OptionalInt> most = limit(maxFailed, 0);
        Optional<OptionalInt> row = limit(inARow, 1);
        return share.isPresent() && most.isPresent() && row.isPresent()
                ? Optional.of(new Threshold(share.get(), most.get(), row.get()))
                : Optional.empty();
    }

    private static Optional<OptionalInt> limit(@Nullable Object value, int least) {
        if (NO_LIMIT.equals(value)) {
            return Optional.of(OptionalInt.empty());
        }
        return number(value)
                .filter(each -> each.stripTrailingZeros().scale() <= 0)
                .filter(each -> each.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(each -> each.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .map(each -> OptionalInt.of(each.intValueExact()));
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        // Through its text, in which 12.1 is exactly that; NaN has no such text.
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(new BigDecimal(number.toString())).filter(each -> each.signum() >= 0)
                : Optional.empty();
    }

    /** Which limits these failures pass, each a sentence; {@code row} of them came one after another. */
    List<String> passedBy(int failed, int planned, int row, int wave) {
        if (failed < 0 || failed > planned || row < 0 || row > failed) {
            throw new IllegalArgumentException(row + " of " + failed + " of " + planned + " sites cannot have failed");
        }
        List<String> passed = new ArrayList<>();
        if (HUNDRED.multiply(BigDecimal.valueOf(failed)).compareTo(percent.multiply(BigDecimal.valueOf(planned))) > 0) {
            passed.add(failed + " of " + planned + " sites of wave " + wave + " failed, against " + share() + ".");
        }
        maxFailed.stream()
                .filter(most -> failed > most)
                .forEach(most -> passed.add(sites(failed, wave) + " failed; "
                        + (most == 0 ? "none may." : "more than " + most + " stop a wave.")));
        inARow.stream()
                .filter(least -> row >= least)
                .forEach(least -> passed.add(sites(row, wave) + " failed one after another; " + least
                        + (least == 1 ? " stops a wave." : " stop a wave.")));
        return List.copyOf(passed);
    }

    private static String sites(int count, int wave) {
        return RolloutWords.counted(count) + " of wave " + wave;
    }

    /** What stops, as in "it stops when …". */
    public String words() {
        List<String> limits = new ArrayList<>();
        if (percent.compareTo(HUNDRED) < 0) {
            limits.add("more than " + share() + " of its sites failed");
        }
        maxFailed.ifPresent(most ->
                limits.add(most == 0 ? "a site failed" : "more than " + RolloutWords.counted(most) + " failed"));
        inARow.ifPresent(row -> limits.add(RolloutWords.counted(row) + " failed one after another"));
        return limits.isEmpty() ? "somebody stops it" : String.join(", or ", limits);
    }

    private String share() {
        return percent.toPlainString() + " %";
    }
}
