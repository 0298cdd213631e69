package slipway.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What really lies below a folder: every plain file hashed, and the paths of everything that is no plain file. */
public record FileTree(List<Manifest.Entry> files, List<String> oddities) {

    /** How much of one folder is looked at: files and whatever else lies there, and bytes of its files. */
    public record Most(int files, long bytes) {
        /** A folder that holds more is not the one of that manifest. */
        public static Most of(Manifest manifest) {
            return new Most(manifest.entries().size(), manifest.bytes());
        }
    }

    /** The folder holds more than is looked at; the sentence names where that was seen. */
    public static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(String sentence) {
            super(sentence);
        }
    }

    public FileTree {
        files = Manifest.sorted(files);
        oddities = oddities.stream().sorted().toList();
    }

    /**
     * Reads a folder without following any link; ends when it is interrupted, and with {@link TooMuch} as soon as it holds
     * more. Nothing is read of a file but what it held when it was found.
     */
    public static FileTree of(Path root, Most most) throws IOException {
        FileTreeWalk walk = new FileTreeWalk(root, most);
        Files.walkFileTree(root, walk);
        return walk.tree();
    }

    /** Whether exactly the files of the manifest lie below a folder. */
    public static boolean matches(Path root, Manifest manifest) throws IOException {
        try {
            FileTree found = of(root, Most.of(manifest));
            return found.oddities().isEmpty() && found.files().equals(manifest.entries());
        } catch (TooMuch more) {
            return false;
        }
    }
}
