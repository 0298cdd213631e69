package slipway.build.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files without a name that processes have mapped, whether or not they still hold them open. */
final class MappedFiles {
    private static final Pattern MAPPED = Pattern.compile(
            "(?<from>[0-9a-f]+)-(?<to>[0-9a-f]+) \\S+ (?<offset>[0-9a-f]+) (?<major>[0-9a-f]+):(?<minor>[0-9a-f]+) (?<file>[0-9]+) +/.* \\(deleted\\)",
            Pattern.DOTALL);

    private static final Pattern MOUNTED =
            Pattern.compile("\\d+ \\d+ (?<major>\\d+):(?<minor>\\d+) .*", Pattern.DOTALL);

    private final Map<String, Long> sizes = new HashMap<>();

    private MappedFiles() {}

    /** How large each is, by its device and number. */
    static Map<String, Long> of(List<Long> processes) {
        MappedFiles mapped = new MappedFiles();
        processes.forEach(mapped::process);
        return mapped.sizes;
    }

    private void process(long number) {
        Path process = Path.of("/proc/" + number);
        try {
            // Memory that the kernel shows as a file lies on no such device; it counts as resident.
            Set<String> devices = matches(process.resolve("mountinfo"), MOUNTED)
                    .map(found -> device(found, 10))
                    .collect(Collectors.toSet());
            matches(process.resolve("maps"), MAPPED)
                    .filter(found -> devices.contains(device(found, 16)))
                    .forEach(found -> sizes.merge(
                            device(found, 16) + " " + found.group("file"), size(process, found), Math::max));
        } catch (IOException ended) {
            // It has ended since it was listed, and mapped nothing any more.
        }
    }

    private static Stream<Matcher> matches(Path file, Pattern pattern) throws IOException {
        // Names are bytes of some encoding or none, and the kernel hides only the one sign that ends a line.
        return Arrays.stream(Files.readString(file, StandardCharsets.ISO_8859_1).split("\n"))
                .map(pattern::matcher)
                .filter(Matcher::matches);
    }

    private static String device(Matcher found, int radix) {
        return Integer.parseInt(found.group("major"), radix) + ":" + Integer.parseInt(found.group("minor"), radix);
    }

    static String key(int major, int minor, long file) {
        return major + ":" + minor + " " + file;
    }

    /** Only root may ask how large it is; everybody sees how far it is mapped. */
    private static long size(Path process, Matcher found) {
        long from = Long.parseUnsignedLong(found.group("from"), 16);
        long to = Long.parseUnsignedLong(found.group("to"), 16);
        try {
            return Files.size(process.resolve("map_files").resolve(found.group("from") + "-" + found.group("to")));
        } catch (IOException forbidden) {
            return Long.parseUnsignedLong(found.group("offset"), 16) + to - from;
        }
    }
}
