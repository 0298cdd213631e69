package slipway.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import slipway.build.Scratch;
import slipway.shared.FileTree;
import slipway.shared.Manifest;
import slipway.shared.PartId;

/** A place laid out like a site, for one part: {@code releases/<name>} and the link {@code current}. */
final class TestEnvironment {
    private static final int MORE_FILES = 1_000;
    private static final long MORE_BYTES = 1_000_000_000;

    private final Path folder;
    private final String name;

    TestEnvironment(Path root, PartId part) {
        this.name = part.release().value();
        this.folder = root.resolve(name).resolve(part.unit().value());
    }

    void clear() throws IOException {
        Scratch.wipe(folder);
        Files.createDirectories(folder.resolve("releases"));
    }

    /** Under which name the new revision lies there, as at sites. */
    String name() {
        return name;
    }

    /** Where a revision of that name is brought to, without switching to it; nothing is there yet. */
    Path room(String name) throws IOException {
        Scratch.wipe(installation(name));
        return installation(name);
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

    /** An empty folder of that name. */
    Path emptied(String name) throws IOException {
        Scratch.wipe(folder.resolve(name));
        return Files.createDirectories(folder.resolve(name));
    }

    void remove(String name) throws IOException {
        Scratch.wipe(folder.resolve(name));
    }

    void activate(String name) throws IOException {
        Path next = folder.resolve("current.next");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, Path.of("releases", name));
        Files.move(next, current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Nothing runs from here on. */
    void deactivate() throws IOException {
        Files.deleteIfExists(current());
    }

    /** What is wrong when nothing is to run. */
    Optional<String> presence() {
        return Files.exists(current(), LinkOption.NOFOLLOW_LINKS)
                ? Optional.of("something is still installed")
                : Optional.empty();
    }

    /** What does not belong there shall be named, too. */
    private static FileTree.Most roomFor(Manifest manifest) {
        return FileTree.Most.beyond(manifest, MORE_FILES, MORE_BYTES);
    }

    /** The first difference between what is active and the manifest, every file read. */
    Optional<String> difference(Manifest manifest) throws IOException {
        if (!Files.isDirectory(current())) {
            return Optional.of("nothing is installed");
        }
        FileTree found;
        try {
            found = FileTree.of(current().toRealPath(), roomFor(manifest));
        } catch (FileTree.TooMuch more) {
            return Optional.of(String.valueOf(more.getMessage()));
        }
        if (!found.oddities().isEmpty()) {
            return Optional.of("'" + found.oddities().getFirst() + "' does not belong there");
        }
        Map<String, Manifest.Entry> expected = new HashMap<>();
        manifest.entries().forEach(entry -> expected.put(entry.path(), entry));
        for (Manifest.Entry file : found.files()) {
            Optional<String> wrong = difference(file, Optional.ofNullable(expected.remove(file.path())));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return expected.keySet().stream().sorted().findFirst().map(path -> "'" + path + "' is missing");
    }

    private static Optional<String> difference(Manifest.Entry file, Optional<Manifest.Entry> expected) {
        if (expected.isEmpty()) {
            return Optional.of("'" + file.path() + "' does not belong there");
        }
        if (!file.digest().equals(expected.get().digest())) {
            return Optional.of("'" + file.path() + "' is altered");
        }
        return file.executable() == expected.get().executable()
                ? Optional.empty()
                : Optional.of("'" + file.path() + "' has other permissions");
    }
}
