package slipway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that people read, and the few files that it must agree with. */
record Pages(List<Page> pages) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");

    /** One page with its path below the project's folder. */
    record Page(Path file, String text) {
        String prose() {
            return FENCE.matcher(text).replaceAll("");
        }

        @Override
        public String toString() {
            return file.toString().replace('\\', '/');
        }
    }

    static Pages ofProject() {
        Stream<Path> top =
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of);
        return new Pages(Stream.concat(top, files("docs", ".md").stream())
                .map(file -> new Page(file, read(file)))
                .toList());
    }

    Page page(String file) {
        return pages.stream()
                .filter(page -> page.toString().equals(file))
                .findFirst()
                .orElse(new Page(Path.of(file), ""));
    }

    /** The same pages with one of them changed; what the change leaves as it was breaks nothing. */
    Pages with(String file, UnaryOperator<String> change) {
        String changed = change.apply(page(file).text());
        if (changed.equals(page(file).text())) {
            throw new IllegalStateException("the breakage finds nothing to break in " + file);
        }
        return new Pages(pages.stream()
                .map(page -> page.toString().equals(file) ? new Page(page.file(), changed) : page)
                .toList());
    }

    static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Java sources of the product, with texts that were broken over lines put together again. */
    static String sources() {
        String all = files("src/main/java", ".java").stream().map(Pages::read).collect(Collectors.joining("\n"));
        return all.replaceAll("\"\\s*\\+\\s*\"", "");
    }

    static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }
}
