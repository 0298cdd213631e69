package slipway.build.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What processes hold open that has no name any more, which no walk over folders finds. */
final class OpenFiles {
    private final Set<String> counted = new HashSet<>();
    private long memory;
    private long disk;

    private OpenFiles() {}

    static OpenFiles of(List<Long> processes) {
        OpenFiles open = new OpenFiles();
        processes.forEach(open::process);
        return open;
    }

    /** In memory that is mapped nowhere. */
    long memoryBytes() {
        return memory;
    }

    long diskBytes() {
        return disk;
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
                    && counted.add(String.valueOf(found.fileKey()))) {
                add(Files.readSymbolicLink(file).toString(), found.size());
            }
        } catch (IOException closed) {
            // Closed since it was listed.
        }
    }

    private void add(String name, long size) {
        if (name.startsWith("/memfd:")) {
            memory += size;
        } else {
            disk += size;
        }
    }
}
