package slipway.build.sandbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** What a process tree uses now. */
final class Usage {
    private static final long PAGE_BYTES = 4096;

    private final ProcessHandle process;
    private final Path workspace;

    Usage(ProcessHandle process, Path workspace) {
        this.process = process;
        this.workspace = workspace;
    }

    long memoryBytes() {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(member -> residentBytes(member.pid()))
                .sum();
    }

    private static long residentBytes(long pid) {
        try {
            String[] pages =
                    Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ");
            return Long.parseLong(pages[1]) * PAGE_BYTES;
        } catch (IOException e) {
            // It has ended since it was listed.
            return 0;
        }
    }

    long workspaceBytes() throws IOException {
        Sum sum = new Sum();
        Files.walkFileTree(workspace, sum);
        return sum.bytes;
    }

    private static final class Sum extends SimpleFileVisitor<Path> {
        private static final long ENTRY_BYTES = 4096;
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // Every entry costs at least a block, or millions of empty files would be free.
            bytes += Math.max(attributes.isRegularFile() ? attributes.size() : 0, ENTRY_BYTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            // Removed or closed to us while we walk; what cannot be read is not collected either.
            if (e instanceof NoSuchFileException || e instanceof AccessDeniedException) {
                return FileVisitResult.CONTINUE;
            }
            // Too deep for any path to reach: nobody knows how much lies there.
            bytes = Long.MAX_VALUE;
            return FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e) {
            bytes += ENTRY_BYTES;
            return FileVisitResult.CONTINUE;
        }
    }
}
