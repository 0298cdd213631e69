package slipway.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must be said when a bean is taken out: which scenario notices it, and by which words. */
record Complaint(String scenario, String words) {
    static final Path LIST = Path.of("src/test/java/slipway/scenario/mutations.txt");

    private static final Pattern REFUSAL = Pattern.compile("(?s)[a-z]+(-[a-z]+)+( \\(field '\\w+'\\))?: .*");

    /** By bean, from lines of {@code <bean> | <scenario> | <words>}. */
    static Map<String, Complaint> all() {
        try {
            Map<String, Complaint> all = new TreeMap<>();
            for (String line : Files.readAllLines(LIST)) {
                String[] cells = line.split(" *\\| *", 3);
                if (!line.startsWith("#") && all.put(cells[0], new Complaint(cells[1], cells[2])) != null) {
                    throw new IllegalStateException(cells[0] + " stands twice in " + LIST);
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether it was said, and by somebody whose word counts: a scenario that looked, a rule that refused, or code of ours
     * that will not go on. Whatever else is thrown shows that something broke, not that it was missed.
     */
    boolean isMadeBy(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String said = String.valueOf(first.getMessage());
        String line = said.lines().map(String::strip).collect(Collectors.joining(" "));
        return counts(first, said) && line.contains(words);
    }

    private static boolean counts(Throwable failure, String said) {
        return failure instanceof AssertionError
                || REFUSAL.matcher(said).matches()
                || (failure instanceof IllegalStateException
                        && failure.getStackTrace()[0].getClassName().startsWith("slipway."));
    }
}
