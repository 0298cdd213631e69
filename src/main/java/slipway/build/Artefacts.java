package slipway.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** What a build left in its output folder. */
final class Artefacts {
    private final Path workspace;
    private final Path output;
    private final String name;

    Artefacts(Path workspace, String name) {
        this.workspace = workspace;
        this.output = workspace.resolve(name);
        this.name = name;
    }

    /** Names every file; a symbolic link counts as the file that it leads to within the output. */
    Manifest manifest() throws IOException, UnfitSources {
        if (!Files.isDirectory(output, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnfitSources("the build left no folder '" + name + "'");
        }
        Path root = output.toRealPath();
        if (!root.equals(workspace.toRealPath().resolve(name))) {
            throw new UnfitSources("the output '" + name + "' lies behind a symbolic link");
        }
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Path file : files(root)) {
            entries.add(entry(root, file));
        }
        if (entries.isEmpty()) {
            throw new UnfitSources("the build left nothing in '" + name + "'");
        }
        return new Manifest(entries);
    }

    private List<Path> files(Path root) throws IOException, UnfitSources {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            if (e.getCause() instanceof AccessDeniedException denied) {
                throw new UnfitSources("the build closed '" + denied.getFile() + "' to everybody");
            }
            throw e.getCause();
        }
    }

    private Manifest.Entry entry(Path root, Path file) throws IOException, UnfitSources {
        String path = root.relativize(file).toString();
        Path content = target(root, file, path);
        try {
            return new Manifest.Entry(
                    path,
                    Digest.of(content),
                    Files.size(content),
                    Files.getPosixFilePermissions(content).contains(PosixFilePermission.OWNER_EXECUTE));
        } catch (IllegalArgumentException e) {
            throw new UnfitSources("an output file cannot be delivered: " + e.getMessage());
        } catch (AccessDeniedException e) {
            throw new UnfitSources("the build closed '" + path + "' to everybody");
        }
    }

    private Path target(Path root, Path file, String path) throws IOException, UnfitSources {
        try {
            Path target = file.toRealPath();
            if (!target.startsWith(root)) {
                throw new UnfitSources("'" + path + "' is a symbolic link that leaves '" + name + "'");
            }
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnfitSources("'" + path + "' is neither a file nor a folder, or a link to a folder");
            }
            return target;
        } catch (NoSuchFileException e) {
            throw new UnfitSources("'" + path + "' is a symbolic link that leads nowhere");
        } catch (java.nio.file.FileSystemException e) {
            throw new UnfitSources("'" + path + "' is a symbolic link that cannot be followed: " + e.getReason());
        }
    }
}
