package slipway.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Collects a {@link FileTree}; whoever may write there may not make the walk endless. */
final class FileTreeWalk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final FileTree.Most most;
    private final List<Manifest.Entry> files = new ArrayList<>();
    private final List<String> oddities = new ArrayList<>();
    private long bytes;
    private int folders;

    FileTreeWalk(Path root, FileTree.Most most) {
        this.root = root;
        this.most = most;
    }

    FileTree tree() {
        return new FileTree(files, oddities);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        goOn();
        if (!folder.equals(root) && ++folders > most.folders()) {
            throw new FileTree.TooMuch("'" + PlainText.quoted(root.relativize(folder))
                    + "' is one folder more than the " + most.folders() + " that are looked at");
        }
        return FileVisitResult.CONTINUE;
    }

    private static void goOn() throws ClosedByInterruptException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        goOn();
        String path = root.relativize(file).toString();
        boolean plain = attributes.isRegularFile() && Manifest.isPlain(path);
        within(path, plain ? attributes.size() : 0);
        if (plain) {
            files.add(entry(file, path, attributes.size()));
        } else {
            oddities.add(PlainText.coded(path));
        }
        return FileVisitResult.CONTINUE;
    }

    private void within(String path, long size) throws FileTree.TooMuch {
        if (files.size() + oddities.size() >= most.files()) {
            throw new FileTree.TooMuch("'" + PlainText.quoted(path) + "' is one file more than the " + most.files()
                    + " that are looked at");
        }
        // A sparse file may have nearly as many bytes as can be counted.
        if (size > most.bytes() - bytes) {
            throw new FileTree.TooMuch("'" + PlainText.quoted(path) + "' of " + size
                    + " bytes and the files before it are more than the " + most.bytes() + " that are looked at");
        }
        bytes += size;
    }

    // It may be another one by now, a link to what has no end among them.
    private static Manifest.Entry entry(Path file, String path, long size) throws IOException {
        try (InputStream all = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return new Manifest.Entry(path, Digest.of(Bounded.of(all, size)), size, Files.isExecutable(file));
        }
    }
}
