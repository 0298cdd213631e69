package slipway.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version number by which revisions can be ordered: numbers with dots, maybe after a {@code v}; what follows a hyphen
 * comes before the version itself; what follows a plus says nothing.
 */
record Version(List<Long> numbers, List<String> suffix) implements Comparable<Version> {
    private static final Pattern FORM =
            Pattern.compile("[vV]?(\\d{1,18}(?:\\.\\d{1,18})*)(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");
    private static final Pattern WORD = Pattern.compile("\\d{1,18}|[a-z]+");

    Version {
        List<Long> significant = new ArrayList<>(numbers);
        while (significant.size() > 1 && significant.getLast() == 0) {
            significant.removeLast();
        }
        numbers = List.copyOf(significant);
        suffix = List.copyOf(suffix);
    }

    /** The version; empty when it cannot be ordered. */
    static Optional<Version> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Long> numbers = Pattern.compile("\\.")
                .splitAsStream(matcher.group(1))
                .map(Long::valueOf)
                .toList();
        String suffix = Optional.ofNullable(matcher.group(2)).orElse("").toLowerCase(Locale.ROOT);
        return Optional.of(new Version(
                numbers, WORD.matcher(suffix).results().map(MatchResult::group).toList()));
    }

    long major() {
        return numbers.getFirst();
    }

    @Override
    public int compareTo(Version other) {
        int order = Arrays.compare(numbers.toArray(Long[]::new), other.numbers.toArray(Long[]::new));
        return order == 0 ? suffixes(suffix, other.suffix) : order;
    }

    private static int suffixes(List<String> one, List<String> other) {
        return one.isEmpty() || other.isEmpty()
                ? Boolean.compare(one.isEmpty(), other.isEmpty())
                : Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new), Version::words);
    }

    private static int words(String one, String other) {
        boolean number = Character.isDigit(one.charAt(0));
        if (number != Character.isDigit(other.charAt(0))) {
            return number ? -1 : 1;
        }
        return number ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other);
    }
}
