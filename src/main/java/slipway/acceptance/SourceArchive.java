package slipway.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Unpacks the sources that the library keeps with a revision. */
final class SourceArchive {
    private static final int OWNER_EXECUTE = 0100;

    private SourceArchive() {}

    static void unpack(Path archive, Path folder) throws IOException {
        Files.createDirectory(folder);
        try (InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target(folder, entry));
            }
        }
    }

    private static Path target(Path folder, TarArchiveEntry entry) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
            throw new IOException("the source archive has a path that leaves it: " + entry.getName());
        }
        Path parent = target.resolve("..").normalize();
        Files.createDirectories(parent);
        // A link unpacked before may not lead a later file outside.
        if (!parent.toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException("the source archive has a link that leaves it above " + entry.getName());
        }
        return target;
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (isPlain(entry)) {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & OWNER_EXECUTE) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        } else {
            throw new IOException("the source archive has a special entry: " + entry.getName());
        }
    }

    private static boolean isPlain(TarArchiveEntry entry) {
        // The library's own isFile is true of pipes, devices and hard links, too.
        return entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }
}
