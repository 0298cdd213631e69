package slipway.shared;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that one unit revision installs: each file with digest, size in bytes and whether it can be executed. The
 * canonical text is one line a file, sorted by path; its digest identifies the revision.
 */
public record Manifest(List<Entry> entries) {

    /** One file; {@code path} is relative, with forward slashes, and never leaves its folder. */
    public record Entry(String path, Digest digest, long size, boolean executable) {
        public Entry {
            if (!isPlain(path)) {
                throw new IllegalArgumentException("path '" + path + "' is not a plain relative path");
            }
            if (size < 0) {
                throw new IllegalArgumentException("size of '" + path + "' is negative");
            }
        }

        private String line() {
            return digest.hex() + " " + size + " " + (executable ? "x" : "-") + " " + path + "\n";
        }
    }

    public Manifest {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a manifest names at least one file");
        }
        entries = sorted(entries);
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry.path())) {
                throw new IllegalArgumentException("path '" + entry.path() + "' stands twice in a manifest");
            }
        }
        entries.forEach(entry -> folders(entry.path()).filter(seen::contains).forEach(both -> {
            throw new IllegalArgumentException("path '" + both + "' is a file and a folder in one manifest");
        }));
    }

    /** Every folder that a path leads through. */
    public static Stream<String> folders(String path) {
        return IntStream.range(0, path.length())
                .filter(at -> path.charAt(at) == '/')
                .mapToObj(at -> path.substring(0, at));
    }

    /** In the order of manifests. */
    public static List<Entry> sorted(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::path)).toList();
    }

    /** Whether a path is relative, with forward slashes, never leaves its folder, and shows every character where it is. */
    public static boolean isPlain(String path) {
        boolean climbs = List.of(path.split("/", -1)).stream()
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        return !climbs && path.indexOf('\\') < 0 && PlainText.hidden(path).isEmpty();
    }

    public static Manifest parse(String text) {
        return new Manifest(text.lines().map(Manifest::entry).toList());
    }

    private static Entry entry(String line) {
        String[] parts = line.split(" ", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException("manifest line '" + line + "' is not <digest> <size> <x|-> <path>");
        }
        return new Entry(parts[3], new Digest(parts[0]), Long.parseLong(parts[1]), parts[2].equals("x"));
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.line()));
        return text.toString();
    }

    public Digest digest() {
        return Digest.of(text().getBytes(StandardCharsets.UTF_8));
    }

    public long bytes() {
        return entries.stream().mapToLong(Entry::size).sum();
    }
}
