package slipway.engine.proof;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition of a way, as the gate for models allows it: comparisons, joined by {@code &&} and {@code ||}, with the
 * variables that it reads.
 */
record Condition(String text, Set<String> reads, List<List<Matcher>> alternatives) {
    private static final Pattern COMPARISON =
            Pattern.compile("(!?)\\s*([A-Za-z_]\\w*)(?:\\s*(==|!=|<=|>=|<|>)\\s*(.+))?");

    /** Whether it holds: with what the process knows, it may be open. From the least to the most. */
    enum Holds {
        NO,
        MAYBE,
        YES;

        private static Holds of(boolean value) {
            return value ? YES : NO;
        }

        Holds and(Holds other) {
            return Collections.min(List.of(this, other));
        }

        Holds or(Holds other) {
            return Collections.max(List.of(this, other));
        }

        Holds not() {
            return this == MAYBE ? MAYBE : of(this == NO);
        }
    }

    Condition(String text) {
        this(text, alternatives(text));
    }

    private Condition(String text, List<List<Matcher>> alternatives) {
        this(text, read(alternatives), alternatives);
    }

    private static Set<String> read(List<List<Matcher>> alternatives) {
        return alternatives.stream()
                .flatMap(List::stream)
                .flatMap(comparison -> Stream.concat(
                        Stream.of(comparison.group(2)),
                        Optional.ofNullable(comparison.group(4)).map(String::strip).stream()
                                .filter(operand -> operand.matches("[A-Za-z_]\\w*")
                                        && !Set.of("true", "false", "null").contains(operand))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The texts and truth values that it compares each variable with. */
    Set<String> compares(String variable) {
        return alternatives.stream()
                .flatMap(List::stream)
                .filter(comparison -> comparison.group(2).equals(variable) && comparison.group(4) != null)
                .map(comparison -> literal(comparison.group(4)))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The variables that it takes for true or false, so that they have to be one of both. */
    Set<String> plain() {
        return alternatives.stream()
                .flatMap(List::stream)
                .filter(comparison -> comparison.group(3) == null)
                .map(comparison -> comparison.group(2))
                .collect(Collectors.toUnmodifiableSet());
    }

    Holds in(Map<String, String> facts) {
        Holds any = Holds.NO;
        for (List<Matcher> alternative : alternatives) {
            Holds all = Holds.YES;
            for (Matcher comparison : alternative) {
                all = all.and(holds(comparison, facts));
            }
            any = any.or(all);
        }
        return any;
    }

    private static Holds holds(Matcher comparison, Map<String, String> facts) {
        String value = facts.getOrDefault(comparison.group(2), Standing.WHICHEVER);
        if (comparison.group(3) == null) {
            Holds plain = value.equals(Standing.WHICHEVER) ? Holds.MAYBE : Holds.of(value.equals("true"));
            return comparison.group(1).isEmpty() ? plain : plain.not();
        }
        Optional<String> other = literal(comparison.group(4));
        if (value.equals(Standing.WHICHEVER) || other.isEmpty()) {
            return Holds.MAYBE;
        }
        return switch (comparison.group(3)) {
            case "==" -> Holds.of(value.equals(other.get()));
            case "!=" -> Holds.of(!value.equals(other.get()));
            default -> Holds.MAYBE;
        };
    }

    /** A literal's value; empty for another variable. */
    private static Optional<String> literal(String operand) {
        String text = operand.strip();
        if (text.matches("(?s)'.*'|\".*\"")) {
            return Optional.of(text.substring(1, text.length() - 1));
        }
        return text.matches("true|false|null|-?\\d+(\\.\\d+)?") ? Optional.of(text) : Optional.empty();
    }

    private static List<List<Matcher>> alternatives(String text) {
        return Arrays.stream(text.strip().replaceAll("^[$#]\\{|}$", "").split("\\|\\|"))
                .map(alternative -> Arrays.stream(alternative.split("&&"))
                        .map(Condition::matched)
                        .toList())
                .toList();
    }

    private static Matcher matched(String comparison) {
        Matcher matcher = COMPARISON.matcher(comparison.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the gate lets no condition '" + comparison + "' in");
        }
        return matcher;
    }
}
