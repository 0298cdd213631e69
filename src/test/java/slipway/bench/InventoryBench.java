package slipway.bench;

import java.io.IOException;
import java.nio.file.Path;
import slipway.testing.WholeTree;

/** How long the files of one site are hashed, beside coreutils' sha256sum on the same files. */
final class InventoryBench {
    static final int BYTES = 200_000;
    private static final int ROUNDS = 5;

    private InventoryBench() {}

    /** Seconds; the medians of some rounds. */
    record Measured(double slipway, double rival) {}

    static Measured measure(BenchBank bank, int files) throws Exception {
        Path folder = BenchFiles.fill(bank.folder("inventory"), files, BYTES, 1);
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        // The first round warms the page cache and the virtual machine for both.
        for (int round = -1; round < ROUNDS; round++) {
            double mine = seconds(folder, WholeTree::of);
            double rival = seconds(folder, InventoryBench::sha256sum);
            if (round >= 0) {
                ours[round] = mine;
                theirs[round] = rival;
            }
        }
        return new Measured(Bench.median(ours), Bench.median(theirs));
    }

    private static Path sha256sum(Path folder) throws IOException, InterruptedException {
        PlainTools.run(folder, "find . -type f -print0 | xargs -0 sha256sum > /dev/null");
        return folder;
    }

    private interface Step {
        Object of(Path folder) throws Exception;
    }

    private static double seconds(Path folder, Step step) throws Exception {
        long began = System.nanoTime();
        step.of(folder);
        return (System.nanoTime() - began) / 1e9;
    }
}
