package slipway.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page points at must be there: files, pictures, headings, tests. */
final class LinkRules {
    // Made by the browser test's release; until the folder is there, nothing of it can be.
    private static final Path SCREENS = Path.of("docs/pictures/screens");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern PATH =
            Pattern.compile("`((?:src|bpmn|dmn|forms|docs|tools|docker|element-templates)/[^`\\s<>*{}…]*)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|Contract)(?:\\.[a-z]\\w*)?)`");

    private LinkRules() {}

    static List<String> dead(Pages pages) {
        return pages.pages().stream()
                .flatMap(page -> Pages.found(LINK, page.prose())
                        .filter(target -> !target.contains(":"))
                        .filter(target -> !leadsSomewhere(pages, page.file(), target))
                        .map(target -> page + " links to " + target))
                .toList();
    }

    private static boolean leadsSomewhere(Pages pages, Path from, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
        if (Files.notExists(file)) {
            return file.startsWith(SCREENS) && Files.notExists(SCREENS);
        }
        return parts.length == 1 || anchors(pages, file).contains(parts[1]);
    }

    private static List<String> anchors(Pages pages, Path file) {
        return Pages.found(HEADING, pages.page(file.toString()).prose())
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    static List<String> missingFiles(Pages pages) {
        return pages.pages().stream()
                .flatMap(page -> Pages.found(PATH, page.prose())
                        .filter(path -> Files.notExists(Path.of(path)))
                        .map(path -> page + " names " + path))
                .toList();
    }

    static List<String> missingTests(Pages pages) {
        List<Path> tests = Pages.files("src/test/java", ".java");
        return pages.pages().stream()
                .flatMap(page -> Pages.found(TEST, page.prose())
                        .filter(test -> !exists(tests, test.split("\\.", 2)))
                        .map(test -> page + " names the test " + test))
                .toList();
    }

    private static boolean exists(List<Path> tests, String[] name) {
        return tests.stream()
                .filter(file -> file.endsWith(name[0] + ".java"))
                .anyMatch(file -> name.length == 1 || Pages.read(file).contains(" " + name[1] + "("));
    }

    /** Every page of the handbook is reached from its index, and every page of docs from the README or the index. */
    static List<String> orphans(Pages pages) {
        String index = Stream.of("README.md", "CONTRIBUTING.md", "docs/handbook/README.md", "docs/adr/README.md")
                .flatMap(file -> Pages.found(LINK, pages.page(file).prose())
                        .map(target -> Path.of(file)
                                        .resolveSibling(target.split("#", 2)[0])
                                        .normalize() + "\n"))
                .collect(Collectors.joining());
        return pages.pages().stream()
                .map(Pages.Page::toString)
                .filter(page -> page.startsWith("docs/") && !page.startsWith("docs/adr/"))
                .filter(page -> !index.contains(page + "\n"))
                .map(page -> "no index leads to " + page)
                .toList();
    }
}
