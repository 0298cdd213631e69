package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.testing.OwnServer;
import slipway.testing.Product;

/** SIGTERM at every stage of a start and afterwards: Slipway ends soon, leaves nothing running, and starts again. */
class EndProductTest {
    /** Six for what is under way, and some for PostgreSQL, which writes down what it holds. */
    private static final int SECONDS = 10;

    @TempDir
    Path folder;

    /** What can be seen in the data folder, or read, at each stage. */
    enum Stage {
        UNPACKING("postgres/binaries-*"),
        MAKING_A_CLUSTER("postgres/cluster.new"),
        STARTING_POSTGRESQL("postgres/server.log"),
        STARTING_THE_APPLICATION("repositories"),
        RUNNING("");

        private final String sign;

        Stage(String sign) {
            this.sign = sign;
        }
    }

    @ParameterizedTest
    @EnumSource
    void slipway_ends_within_seconds_and_leaves_nothing_behind(Stage stage) throws Exception {
        OwnServer server = new OwnServer(folder.resolve("data"));
        try (Product product = Product.start(folder, List.of(), "--server.port=0")) {
            reach(product, stage);
            product.signal("TERM");
            assertThat(product.exitCode(SECONDS))
                    .as(product.out() + product.err())
                    .isIn(0, 1, 143);
            assertThat(product.err()).isEmpty();
        }
        assertThat(server.processes()).isEmpty();
    }

    private void reach(Product product, Stage stage) throws IOException, InterruptedException {
        if (stage == Stage.RUNNING) {
            product.says("Stop with Ctrl-C", 180);
            return;
        }
        await(stage.name())
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> seen(folder.resolve("data").resolve(stage.sign)));
    }

    private static boolean seen(Path sign) throws IOException {
        Path above = sign.getParent();
        if (above == null || Files.notExists(above)) {
            return false;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(above, String.valueOf(sign.getFileName()))) {
            return found.iterator().hasNext();
        }
    }
}
