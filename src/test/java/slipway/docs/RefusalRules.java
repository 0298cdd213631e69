package slipway.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The handbook's refusals and start-up sentences against those of the code. */
final class RefusalRules {
    static final String ADMINISTRATOR = "docs/handbook/administrator.md";
    private static final String NAME = "\"([a-z]+(?:-[a-z]+)*)\"";
    private static final List<Pattern> REFUSALS = List.of(
            Pattern.compile("(?:Refusal\\.of|Result\\.refused|wrong|nobody|found)\\(\\s*" + NAME),
            Pattern.compile("(?:Refusal\\.at|Result\\.refusedAt|refused|wrong)\\(\\s*(?:\"\\w+\"(?: \\+ [^,]*)?|[\\w.]+"
                    + "(?:\\([^()]*\\))?),\\s*" + NAME),
            Pattern.compile("new Finding\\(\\s*file,[^;]*?,\\s*" + NAME),
            Pattern.compile("(?m)^    [A-Z_]+\\(\\s*" + NAME + ",\\s*\"[a-z]"));
    private static final Pattern BUILT_NAME = Pattern.compile("\"([a-z]+-)\" \\+ ");
    private static final Pattern HANDLING = Pattern.compile("(?m)^    ([A-Z_]+)\\($");
    private static final Pattern HANDLING_SHORT = Pattern.compile("(?m)^    ([A-Z_]+)\\(\"");
    private static final Pattern REFUSED_START = Pattern.compile("new StartRefused\\(((?:\"[^\"]*\"|[^\";])*);");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TICKED = Pattern.compile("`([^`]+)`");

    private RefusalRules() {}

    static List<String> unknown(Pages pages) {
        String sources = Pages.sources();
        Set<String> built = Pages.found(BUILT_NAME, sources).collect(Collectors.toSet());
        Set<String> known = ofTheGuard();
        return documented(pages)
                .filter(rule -> !sources.contains("\"" + rule + "\"") && !known.contains(rule))
                .filter(rule -> !built.contains(rule.substring(0, rule.lastIndexOf('-') + 1)))
                .map(rule -> "no source has the rule " + rule)
                .toList();
    }

    static List<String> undocumented(Pages pages) {
        Set<String> documented = documented(pages).collect(Collectors.toSet());
        String sources = Pages.sources();
        Set<String> rules = new TreeSet<>(ofTheGuard());
        REFUSALS.forEach(pattern -> Pages.found(pattern, sources).forEach(rules::add));
        return rules.stream()
                .filter(rule -> !documented.contains(rule))
                .map(rule -> "no table of the handbook explains " + rule)
                .toList();
    }

    private static Stream<String> documented(Pages pages) {
        return pages.pages().stream()
                .filter(page -> page.toString().startsWith("docs/"))
                .flatMap(page -> Tables.rows(page, "Rule").stream())
                .flatMap(row -> Pages.found(TICKED, row.getFirst()));
    }

    private static Set<String> ofTheGuard() {
        String handling = Pages.read(Path.of("src/main/java/slipway/engine/guard/Handling.java"));
        return Stream.concat(Pages.found(HANDLING, handling), Pages.found(HANDLING_SHORT, handling))
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }

    /** Each sentence of the table is one of the code: the parts between its dots are found there. */
    static List<String> inventedSentences(Pages pages) {
        String sources = Pages.sources() + Pages.read(Path.of("Makefile"));
        return Tables.rows(pages.page(ADMINISTRATOR), "Sentence").stream()
                .flatMap(row -> Stream.of(row.getFirst().split("…")))
                .map(String::strip)
                .filter(part -> part.length() > 3 && !sources.contains(part))
                .map(part -> "no start ends with: " + part)
                .toList();
    }

    /** Each sentence of the code stands in the table, at least its longest part that never varies. */
    static List<String> missingSentences(Pages pages) {
        String page = pages.page(ADMINISTRATOR).text();
        return Pages.found(REFUSED_START, Pages.sources())
                .flatMap(
                        arguments -> Pages.found(TEXT, arguments)
                                .reduce((one, other) -> one.length() < other.length() ? other : one)
                                .stream())
                .map(String::strip)
                .filter(sentence -> !page.contains(sentence))
                .map(sentence -> "not explained: " + sentence)
                .toList();
    }
}
