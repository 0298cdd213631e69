package slipway.build.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What processes hold open that has no name any more, which no walk over folders finds. */
final class OpenFiles {
    private final Set<String> counted = new HashSet<>();
    private long memory;
    private long disk;

    private OpenFiles() {}

    /** In memory that is mapped nowhere. */
    static long memoryBytes(List<Long> processes) {
        return of(processes).memory;
    }

    /** Those that are mapped and closed too. */
    static long diskBytes(List<Long> processes) {
        OpenFiles open = of(processes);
        return open.disk
                + MappedFiles.of(processes).entrySet().stream()
                        .filter(mapped -> !open.counted.contains(mapped.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    private static OpenFiles of(List<Long> processes) {
        OpenFiles open = new OpenFiles();
        processes.forEach(open::process);
        return open;
    }

    private void process(long number) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + number + "/fd"))) {
            files.forEach(this::file);
        } catch (IOException | UncheckedIOException ended) {
            // It has ended since it was listed, and closed what it held.
        }
    }

    private void file(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (found.isRegularFile()
                    && Integer.valueOf(0).equals(Files.getAttribute(file, "unix:nlink"))
                    && counted.add(key(file))) {
                add(Files.readSymbolicLink(file).toString(), found.size());
            }
        } catch (IOException closed) {
            // Closed since it was listed.
        }
    }

    private static String key(Path file) throws IOException {
        long device = (Long) Files.getAttribute(file, "unix:dev");
        int major = (int) (device >> 8 & 0xfff);
        int minor = (int) (device & 0xff | device >> 12 & 0xfff00);
        return MappedFiles.key(major, minor, (Long) Files.getAttribute(file, "unix:ino"));
    }

    private void add(String name, long size) {
        if (name.startsWith("/memfd:")) {
            memory += size;
        } else {
            disk += size;
        }
    }
}
