package slipway.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What really lies below a folder: every plain file hashed, and the paths of everything that is no plain file. */
public record FileTree(List<Manifest.Entry> files, List<String> oddities) {

    /** How much of one folder is looked at: files and whatever else lies there, folders, and bytes of its files. */
    public record Most(int files, int folders, long bytes) {
        /** A folder without a file is no content, but some thousands of them would be a long walk. */
        private static final int EMPTY = 1_000;

        /** As many folders as files. */
        public Most(int files, long bytes) {
            this(files, files, bytes);
        }

        /** A folder that holds more is not the one of that manifest. */
        public static Most of(Manifest manifest) {
            return beyond(manifest, 0, 0);
        }

        /** What that manifest names, and so much more. */
        public static Most beyond(Manifest manifest, int files, long bytes) {
            long folders = manifest.entries().stream()
                    .flatMap(entry -> Manifest.folders(entry.path()))
                    .distinct()
                    .count();
            return new Most(
                    manifest.entries().size() + files, Math.toIntExact(folders) + EMPTY, manifest.bytes() + bytes);
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
