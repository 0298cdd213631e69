package slipway.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** The one folder of this installation, held by one process at a time through its lock file. */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "slipway.lock";
    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    static DataDirectory open(Path configured, DataSize minimumFree) {
        Path root = configured.toAbsolutePath().normalize();
        try {
            requireOurs(root);
            FileChannel channel = lock(root);
            close(root);
            requireSpace(root, minimumFree);
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "Slipway cannot read and write its data in " + root + " (" + e
                            + "): give it the rights, or choose another folder with slipway.data.",
                    e);
        }
    }

    Path root() {
        return root;
    }

    Secrets secrets() {
        return new Secrets(root.resolve("secrets"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireOurs(Path root) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new StartRefused(root + " is no folder: choose another place with slipway.data.");
        }
        if (Files.notExists(root)) {
            Files.createDirectories(root.getParent());
            Files.createDirectory(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        try (Stream<Path> entries = Files.list(root)) {
            // A mounted volume brings lost+found along.
            boolean foreign =
                    Files.notExists(root.resolve(LOCK)) && entries.anyMatch(entry -> !entry.endsWith("lost+found"));
            if (foreign) {
                throw new StartRefused("The folder " + root + " holds something else than Slipway's data:"
                        + " choose an empty or new one with slipway.data.");
            }
        }
    }

    // Also where it was made by hand, or by an earlier Slipway that let others through.
    private static void close(Path root) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(root);
        if (permissions.retainAll(PosixFilePermissions.fromString("rwx------"))) {
            try {
                Files.setPosixFilePermissions(root, permissions);
            } catch (FileSystemException notOurs) {
                // A volume that its owner lets us use is theirs to close.
            }
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve(LOCK),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            ByteBuffer holder = ByteBuffer.allocate(32);
            int length = Math.max(0, channel.read(holder, 0));
            channel.close();
            throw new StartRefused("Another Slipway (process "
                    + new String(holder.array(), 0, length, StandardCharsets.UTF_8).strip()
                    + ") works on " + root + ": stop it, or choose another folder with slipway.data.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        return channel;
    }

    private static void requireSpace(Path root, DataSize minimum) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < minimum.toBytes()) {
            throw new StartRefused("The disk of " + root + " is full: "
                    + DataSize.ofBytes(free).toMegabytes() + " MB are free, Slipway needs " + minimum.toMegabytes()
                    + " MB (slipway.minimum-free).");
        }
    }
}
