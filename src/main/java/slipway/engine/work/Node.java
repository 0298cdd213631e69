package slipway.engine.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * This incarnation of a node: the node's id lives in its data folder, under a lock that the operating system drops with
 * the process, so that every earlier boot of the same node is known to be dead.
 */
final class Node implements AutoCloseable {
    private final String id;
    private final String worker;
    private final @Nullable FileChannel held;

    private Node(String id, @Nullable FileChannel held) {
        this.id = id;
        this.held = held;
        this.worker = prefix() + UUID.randomUUID();
    }

    static Node of(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            return new Node(UUID.randomUUID().toString(), null);
        }
        Path name = folder.resolve("node");
        if (!Files.exists(name) || Files.readString(name).isBlank()) {
            Files.writeString(name, UUID.randomUUID().toString());
        }
        return new Node(Files.readString(name).strip(), channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The worker id of this boot. */
    String worker() {
        return worker;
    }

    /** Whether that worker id belongs to an earlier boot of this very node. */
    boolean wasMe(String other) {
        return other.startsWith(prefix()) && !other.equals(worker);
    }

    private String prefix() {
        return "slipway/" + id + "/";
    }

    @Override
    public void close() throws IOException {
        if (held != null) {
            held.close();
        }
    }
}
