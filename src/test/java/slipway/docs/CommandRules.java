package slipway.docs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pages tell people to type. */
final class CommandRules {
    /** Quick, and changes nothing but its own folder: run by {@link DocumentationTest}. */
    static final Set<String> RUN_HERE = Set.of(
            "make jdk",
            "bwrap --unshare-user --disable-userns --ro-bind / / true",
            "tar -cpzf slipway-data.tar.gz data",
            "tar -xpzf slipway-data.tar.gz");

    /** Not run by this test, with the reason. */
    static final Map<String, String> RUN_ELSEWHERE = Map.ofEntries(
            Map.entry("make run", "builds and starts the jar, as SecondStartProductTest does"),
            Map.entry("make jar", "the stage 'product' of the tests builds it"),
            Map.entry("make test", "this is what continuous integration runs"),
            Map.entry("make lint", "a stage of make test"),
            Map.entry("make check-models", "a build within this build; ModelCheckTest runs what it runs"),
            Map.entry("make modeler-plugin", "LintAgreesTest packs the plugin and checks every draft with it"),
            Map.entry("make fmt", "rewrites sources; make lint tells whether it is due"),
            Map.entry("make docs", "rewrites pictures; PicturesTest tells whether it is due"),
            Map.entry("make clean", "would remove the classes that run this test"),
            Map.entry("make test-one T=ManifestTest", "a build within this build"),
            Map.entry("make test-one T=StructureTest", "a build within this build"),
            Map.entry("make test-one T='slipway.models.*Test'", "a build within this build"),
            Map.entry("make test-one T=SecondStartProductTest", "a build within this build"),
            Map.entry("umask 077", "the shell's own; ProductionRulesTest tells whether it is missed"),
            Map.entry("apt install bubblewrap", "installs; tools/install-missing does the same in make test"),
            Map.entry(
                    "java -jar target/slipway.jar --spring.profiles.active=production",
                    "StartRefusedProductTest and ProductionRulesTest start it so"),
            Map.entry("curl -u rita http://localhost:8080/api/releases", "DoorsTest asks this address"),
            Map.entry("curl -u admin http://localhost:8080/api/readers", "ReadersApiTest asks this address"),
            Map.entry(
                    "curl -u admin -X POST http://localhost:8080/api/readers/history/rebuild",
                    "ReadersApiTest asks this address"),
            Map.entry("pg_dump --format=custom --file=slipway.dump slipway", "PostgreSQL's own tool, on your server"));

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```sh\\n(.*?)^ *```");
    private static final Pattern TICKED = Pattern.compile("`make ([a-z][a-z-]*)[^`]*`");
    private static final Pattern TYPED = Pattern.compile("(?m)^ *make ([a-z][a-z-]*)");
    private static final Pattern PHONY = Pattern.compile("(?m)^\\.PHONY:(.*)$");

    private CommandRules() {}

    static List<String> commands(Pages pages) {
        return pages.pages().stream()
                .flatMap(page -> Pages.found(BLOCK, page.text()))
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .distinct()
                .toList();
    }

    static List<String> untried(Pages pages) {
        return commands(pages).stream()
                .filter(command -> !RUN_HERE.contains(command) && !RUN_ELSEWHERE.containsKey(command))
                .map(command -> "nobody tries: " + command)
                .toList();
    }

    static List<String> unknownTargets(Pages pages) {
        Set<String> known = targets();
        return pages.pages().stream()
                .flatMap(page -> named(page)
                        .filter(target -> !known.contains(target))
                        .map(target -> page + " names make " + target))
                .toList();
    }

    static List<String> unnamedTargets(Pages pages) {
        Set<String> named = Stream.of("README.md", "CONTRIBUTING.md")
                .map(pages::page)
                .flatMap(CommandRules::named)
                .collect(Collectors.toCollection(TreeSet::new));
        return targets().stream()
                .filter(target -> !named.contains(target))
                .map(target -> "neither README nor CONTRIBUTING names make " + target)
                .toList();
    }

    /** A target without a recipe is told as one that does nothing yet, and no other is. */
    static List<String> emptyTargets(Pages pages) {
        String makefile = Pages.read(Path.of("Makefile"));
        return Tables.rows(pages.page("CONTRIBUTING.md"), "Target").stream()
                .filter(row -> {
                    String target = row.getFirst().replaceAll("[`]|make ", "");
                    boolean empty = !makefile.contains("\n" + target + ":");
                    return row.get(1).contains("does nothing yet") != empty;
                })
                .map(row -> "the Makefile says otherwise of " + row.getFirst())
                .toList();
    }

    private static Stream<String> named(Pages.Page page) {
        Stream<String> typed = Pages.found(BLOCK, page.text()).flatMap(block -> Pages.found(TYPED, block));
        return Stream.concat(Pages.found(TICKED, page.prose()), typed);
    }

    private static Set<String> targets() {
        return Pages.found(PHONY, Pages.read(Path.of("Makefile")))
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                .collect(Collectors.toSet());
    }
}
