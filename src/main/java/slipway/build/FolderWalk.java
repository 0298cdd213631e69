package slipway.build;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies below a folder of this machine, counted and measured before a byte of it is read; follows no link. */
final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final TreeRules rules;
    private final Telling telling;
    private final List<String> files = new ArrayList<>();
    private Optional<TreeFault> fault = Optional.empty();

    /** Tells the rules of one thing that is no folder; what it lets pass is collected. */
    @FunctionalInterface
    interface Telling {
        Optional<TreeFault> tell(TreeRules rules, String path, BasicFileAttributes attributes) throws IOException;
    }

    /** What was found: the paths of all that is to be taken, or the first thing that bars all of it. */
    record Found(List<String> files, Optional<TreeFault> fault) {}

    private FolderWalk(Path root, TreeLimits most, Telling telling) {
        this.root = root;
        this.rules = new TreeRules(most);
        this.telling = telling;
    }

    static Found of(Path root, TreeLimits most, Telling telling) throws IOException {
        FolderWalk walk = new FolderWalk(root, most, telling);
        Files.walkFileTree(root, walk);
        return new Found(walk.files, walk.fault);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.equals(root) ? FileVisitResult.CONTINUE : after(rules.folder(path(folder)));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        FileVisitResult result = after(telling.tell(rules, path(file), attributes));
        if (fault.isEmpty()) {
            files.add(path(file));
        }
        return result;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (!(e instanceof FileSystemException)) {
            throw e;
        }
        return after(Optional.of(new TreeFault(path(file), "cannot be looked into", "open it, or leave it out")));
    }

    private FileVisitResult after(Optional<TreeFault> found) {
        fault = found;
        return found.isPresent() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
        return root.relativize(file).toString();
    }
}
