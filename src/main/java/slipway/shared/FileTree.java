package slipway.shared;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** What really lies below a folder: every plain file hashed, and the paths of everything that is no plain file. */
public record FileTree(List<Manifest.Entry> files, List<String> oddities) {
    public FileTree {
        files = Manifest.sorted(files);
        oddities = oddities.stream().sorted().toList();
    }

    /** Reads a folder without following any link; ends when it is interrupted. */
    public static FileTree of(Path root) throws IOException {
        List<Manifest.Entry> files = new ArrayList<>();
        List<String> oddities = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new ClosedByInterruptException();
                }
                String path = root.relativize(file).toString();
                if (!attributes.isRegularFile() || !Manifest.isPlain(path)) {
                    oddities.add(printable(path));
                } else {
                    files.add(new Manifest.Entry(path, Digest.of(file), attributes.size(), Files.isExecutable(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new FileTree(files, oddities);
    }

    /** Whether these are exactly the files of the manifest. */
    public boolean matches(Manifest manifest) {
        return oddities.isEmpty() && files.equals(manifest.entries());
    }

    private static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }
}
