package slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.springframework.util.FileSystemUtils;
import slipway.shared.FileTree;

/** How long an audit hashes the files of a site, beside coreutils' sha256sum on the same files. */
public final class InventoryBench {
    private static final int FILES = 2_000;
    private static final int BYTES = 200_000;
    private static final int ROUNDS = 5;

    private InventoryBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("slipway-bench");
        try {
            fill(folder);
            double[] ours = new double[ROUNDS];
            double[] theirs = new double[ROUNDS];
            // The first round warms the page cache and the virtual machine for both.
            for (int round = -1; round < ROUNDS; round++) {
                double mine = seconds(() -> FileTree.of(folder));
                double rival = seconds(() -> sha256sum(folder));
                if (round >= 0) {
                    ours[round] = mine;
                    theirs[round] = rival;
                }
            }
            double mine = median(ours);
            double rival = median(theirs);
            System.out.printf(
                    "Inventory of %d files, %d MB: Slipway %.2f s, sha256sum %.2f s, ratio %.2f (median of %d)%n",
                    FILES, FILES * (BYTES / 1000) / 1000, mine, rival, mine / rival, ROUNDS);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void fill(Path folder) throws IOException {
        Random random = new Random(1);
        byte[] content = new byte[BYTES];
        for (int file = 0; file < FILES; file++) {
            random.nextBytes(content);
            Path below = Files.createDirectories(folder.resolve("d" + file % 50));
            Files.write(below.resolve("f" + file), content);
        }
    }

    private static void sha256sum(Path folder) throws IOException, InterruptedException {
        int code = new ProcessBuilder("sh", "-c", "find . -type f -print0 | xargs -0 sha256sum > /dev/null")
                .directory(folder.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("sha256sum ended with " + code);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static double seconds(Step step) throws Exception {
        long began = System.nanoTime();
        step.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }
}
