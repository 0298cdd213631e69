package slipway.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Generated passwords, one file each, readable by their owner only. */
public final class Secrets {
    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** Where the password of that name is kept. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The password of that name, generated when there is none yet. */
    public synchronized String password(String name) {
        Path file = file(name);
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the password file " + file, e);
        }
    }

    private void create(Path file) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(half, (GeneratedPassword.next() + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
