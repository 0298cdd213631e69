package slipway.site.directory;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import slipway.shared.FileTree;
import slipway.shared.Manifest;
import slipway.site.port.Distribution;

/** Copies a revision beside what runs: under a part name first, under its own name when every digest was verified. */
record Copy(UnitFolder folder, String name, Manifest manifest, Distribution.Source source) {

    void run() throws IOException {
        Path part = folder.part(name);
        // What a crash left behind is never trusted.
        UnitFolder.delete(part);
        UnitFolder.makeOpen(part);
        for (Manifest.Entry entry : manifest.entries()) {
            Path target = part.resolve(entry.path());
            openFolders(part, target.resolve("..").normalize());
            source.fetch(entry.digest(), target);
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(entry.executable() ? "rwxr-xr-x" : "rw-r--r--"));
            UnitFolder.sync(target);
        }
        if (!FileTree.matches(part, manifest)) {
            throw new SiteRefusal("what arrived under '" + name + "' is not what the library sent");
        }
        Files.move(part, folder.release(name), ATOMIC_MOVE);
        UnitFolder.sync(folder.releases());
    }

    private static void openFolders(Path part, Path folder) throws IOException {
        if (!folder.equals(part) && Files.notExists(folder)) {
            openFolders(part, folder.resolve("..").normalize());
            UnitFolder.makeOpen(folder);
        }
    }
}
