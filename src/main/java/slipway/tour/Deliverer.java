package slipway.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.util.FileSystemUtils;
import slipway.build.git.PackedFiles;

/** Brings a vendor's files, as Slipway ships them, into the inbox. */
record Deliverer(Path inbox, String packed) {
    void deliver(String version) throws IOException {
        Path folder = inbox.resolve(version);
        if (Files.exists(folder)) {
            return;
        }
        // No version begins with a dot, so what a killed start leaves is no delivery.
        Path draft = inbox.resolve("." + version);
        Files.createDirectories(inbox);
        FileSystemUtils.deleteRecursively(draft);
        PackedFiles.onClasspath(packed + "/" + version).writeTo(draft);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
