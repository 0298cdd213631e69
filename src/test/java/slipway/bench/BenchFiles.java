package slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Files of random content, so that nothing can be compressed or guessed. */
final class BenchFiles {
    private static final int FOLDERS = 50;

    private BenchFiles() {}

    /** Fills a new folder with that many files of that many bytes; another seed, other content. */
    static Path fill(Path folder, int files, int bytes, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] content = new byte[bytes];
        for (int file = 0; file < files; file++) {
            random.nextBytes(content);
            Path below = Files.createDirectories(folder.resolve("d" + file % FOLDERS));
            Files.write(below.resolve("f" + file), content);
        }
        return folder;
    }

    /** The same files once more by hard links: thousands of sites of thousands of files would fill a disk. */
    static void link(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(from)) {
            all = tree.toList();
        }
        for (Path each : all) {
            Path target = to.resolve(from.relativize(each));
            if (Files.isDirectory(each)) {
                Files.createDirectories(target);
            } else {
                Files.createLink(target, each);
            }
        }
    }
}
