package slipway.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.stream.Stream;

/** Who may do what with our files. */
final class Permissions {
    private Permissions() {}

    static void set(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    static void giveAll(Path root, String user) throws IOException {
        UserPrincipal owner =
                root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                if (!Files.isSymbolicLink(each)) {
                    Files.getFileAttributeView(each, FileOwnerAttributeView.class)
                            .setOwner(owner);
                }
            }
        }
    }
}
