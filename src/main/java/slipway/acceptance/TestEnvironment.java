package slipway.acceptance;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import slipway.build.Scratch;
import slipway.library.Library;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

/** A place laid out like a site, for one release and unit: {@code releases/<name>} and the link {@code current}. */
final class TestEnvironment {
    static final String BACKOUT = "backout-target";

    private final Path folder;

    TestEnvironment(Path root, ReleaseNumber release, UnitId unit) {
        this.folder = root.resolve(release.value()).resolve(unit.value());
    }

    void clear() throws IOException {
        Scratch.wipe(folder);
        Files.createDirectories(folder.resolve("releases"));
    }

    void install(Library library, Library.Holding holding, String name) throws IOException {
        library.materialise(holding, installation(name));
    }

    Path installation(String name) {
        return folder.resolve("releases").resolve(name);
    }

    Path current() {
        return folder.resolve("current");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void activate(String name) throws IOException {
        Path next = folder.resolve("current.next");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, Path.of("releases", name));
        Files.move(next, current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The first difference between what is active and the manifest, every file read. */
    Optional<String> difference(Manifest manifest) throws IOException {
        Map<String, Manifest.Entry> expected = new HashMap<>();
        manifest.entries().forEach(entry -> expected.put(entry.path(), entry));
        if (!Files.isDirectory(current())) {
            return Optional.of("nothing is installed");
        }
        Path root = current().toRealPath();
        try (Stream<Path> files = Files.walk(root, new FileVisitOption[0])) {
            for (Path file : files.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String path = root.relativize(file).toString();
                Manifest.Entry entry = expected.remove(path);
                if (entry == null) {
                    return Optional.of("'" + path + "' does not belong there");
                }
                if (!Digest.of(file).equals(entry.digest())) {
                    return Optional.of("'" + path + "' is altered");
                }
                if (executable(file) != entry.executable()) {
                    return Optional.of("'" + path + "' has other permissions");
                }
            }
        }
        return expected.keySet().stream().sorted().findFirst().map(path -> "'" + path + "' is missing");
    }

    private static boolean executable(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
    }
}
