package slipway.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this installation keeps its files; absolute. */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** A folder of that name, made when missing. */
    public Path sub(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }
}
