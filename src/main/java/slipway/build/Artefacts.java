package slipway.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** What a build left in its output folder. */
final class Artefacts {
    private static final String WHOM = "have the build";
    private static final String LEAVE_OUT = "leave it out";

    private final Path workspace;
    private final Path output;
    private final String name;
    private final TreeLimits most;

    Artefacts(Path workspace, String name, TreeLimits most) {
        this.workspace = workspace;
        this.output = workspace.resolve(name);
        this.name = name;
        this.most = most;
    }

    /**
     * Names every file; a symbolic link counts as the file that it leads to within the output. All of it is counted and
     * measured before a byte is read.
     */
    Manifest manifest() throws IOException, UnfitSources {
        Path root = root();
        FolderWalk.Found found = FolderWalk.of(root, most, (rules, path, attributes) -> tell(root, rules, path));
        if (found.fault().isPresent()) {
            throw new UnfitSources(found.fault().get().words(WHOM));
        }
        List<Manifest.Entry> entries = new ArrayList<>();
        for (String path : found.files()) {
            entries.add(entry(root, path));
        }
        if (entries.isEmpty()) {
            throw new UnfitSources("the build left nothing in '" + name + "'");
        }
        return new Manifest(entries);
    }

    /** The plain file that is meant by a path of the manifest, if it still is one within the output. */
    Path file(String path) throws IOException, UnfitSources {
        Path root = root();
        Optional<TreeFault> fault = fault(root, path);
        if (fault.isPresent()) {
            throw new UnfitSources(fault.get().words(WHOM));
        }
        return root.resolve(path).toRealPath();
    }

    private Path root() throws IOException, UnfitSources {
        if (!Files.isDirectory(output, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnfitSources("the build left no folder '" + name + "'");
        }
        Path root = output.toRealPath();
        if (!root.equals(workspace.toRealPath().resolve(name))) {
            throw new UnfitSources("the output '" + name + "' lies behind a symbolic link");
        }
        return root;
    }

    private Optional<TreeFault> tell(Path root, TreeRules rules, String path) throws IOException {
        Optional<TreeFault> fault = fault(root, path);
        // A link brings a whole copy of its file to every site.
        return fault.isPresent()
                ? fault
                : rules.file(path, Files.size(root.resolve(path).toRealPath()));
    }

    private Manifest.Entry entry(Path root, String path) throws IOException, UnfitSources {
        Path content = root.resolve(path).toRealPath();
        try {
            return new Manifest.Entry(
                    path,
                    Digest.of(content),
                    Files.size(content),
                    Files.getPosixFilePermissions(content).contains(PosixFilePermission.OWNER_EXECUTE));
        } catch (AccessDeniedException e) {
            throw new UnfitSources(new TreeFault(path, "is closed to everybody", "open it").words(WHOM));
        }
    }

    private Optional<TreeFault> fault(Path root, String path) throws IOException {
        try {
            Path target = root.resolve(path).toRealPath();
            if (!target.startsWith(root)) {
                return wrong(path, "is a symbolic link that leaves '" + name + "'");
            }
            BasicFileAttributes found =
                    Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile()
                    ? Optional.empty()
                    : wrong(path, "is neither a file nor a folder, or a link to a folder");
        } catch (NoSuchFileException e) {
            return wrong(path, "is a symbolic link that leads nowhere");
        } catch (FileSystemException e) {
            return wrong(path, "is a symbolic link that cannot be followed");
        }
    }

    private static Optional<TreeFault> wrong(String path, String what) {
        return Optional.of(new TreeFault(path, what, LEAVE_OUT));
    }
}
