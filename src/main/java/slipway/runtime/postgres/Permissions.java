package slipway.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do what with our files. */
final class Permissions {
    private Permissions() {}

    static void set(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** A new file that nobody else reads. */
    static Path create(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    static int owner(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** Gives all below a folder to that user and its group, the folder itself last: when it has it, it has everything. */
    static void giveAll(Path root, int user) throws IOException {
        if (owner(root) == user) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList().reversed()) {
                give(each, user);
            }
        }
    }

    static void give(Path file, int user) throws IOException {
        for (String part : List.of("unix:gid", "unix:uid")) {
            Files.setAttribute(file, part, user, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Lets others through the folder that holds this one, and through Slipway's own above it, to what they know. */
    static void letThrough(Path held) throws IOException {
        Path folder = held.getParent();
        for (int up = 0; up < 2 && folder != null; up++, folder = folder.getParent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(folder, permissions);
            }
        }
    }
}
