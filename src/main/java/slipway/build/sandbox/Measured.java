package slipway.build.sandbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** How much lies below a folder, and whether some of it is closed to us. Above the most it is not measured to its end. */
record Measured(long bytes, boolean closed) {

    static Measured of(Path folder, long most) throws IOException {
        Sum sum = new Sum(most);
        Files.walkFileTree(folder, sum);
        return new Measured(sum.bytes, sum.closed);
    }

    private static final class Sum extends SimpleFileVisitor<Path> {
        private static final long ENTRY_BYTES = 4096;
        private final long most;
        private long bytes;
        private boolean closed;

        Sum(long most) {
            this.most = most;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // Every entry costs at least a block, or millions of empty files would be free.
            return add(Math.max(attributes.isRegularFile() ? attributes.size() : 0, ENTRY_BYTES));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof AccessDeniedException) {
                closed = true;
                return FileVisitResult.CONTINUE;
            }
            // Else too deep for any path to reach: nobody knows how much lies there.
            return e instanceof NoSuchFileException ? FileVisitResult.CONTINUE : add(Long.MAX_VALUE - bytes);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return add(ENTRY_BYTES);
        }

        private FileVisitResult add(long more) {
            bytes += more;
            return bytes > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
