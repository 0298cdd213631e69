package slipway.testing;

import java.io.IOException;
import java.nio.file.Path;
import slipway.shared.FileTree;

/** What lies below a folder that a test made itself. */
public final class WholeTree {
    private static final FileTree.Most ALL = new FileTree.Most(Integer.MAX_VALUE, Long.MAX_VALUE);

    private WholeTree() {}

    public static FileTree of(Path root) throws IOException {
        return FileTree.of(root, ALL);
    }
}
