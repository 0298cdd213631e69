package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.testing.Product;

/** Started with umask 077, as {@code make run} and the image start it, on the tour's data. */
class ClosedDataProductTest {
    private static final List<String> CLOSED = List.of("sh", "-c", "umask 077; exec \"$@\"", "sh");

    /** What another user runs: PostgreSQL's programs when Slipway is root, and what is installed. */
    private static final String OPEN = "postgres/binaries-[0-9a-f]+(/.*)?|sites/[^/]+/.+";

    @TempDir
    Path folder;

    @Test
    void nobody_else_reads_what_slipway_keeps() throws Exception {
        Path data = folder.resolve("data");
        try (Product product = Product.start(folder, CLOSED, "--server.port=0")) {
            product.says("Stop with Ctrl-C", 180);
        }

        try (Stream<Path> all = Files.walk(data)) {
            List<Path> kept = all.filter(each -> !Files.isSymbolicLink(each)).toList();
            assertThat(kept).hasSizeGreaterThan(1000);
            assertThat(kept.stream()
                            .filter(each -> !data.relativize(each).toString().matches(OPEN)))
                    .allSatisfy(each -> assertThat(permissions(each)).endsWith("------"));
            // Whoever runs what is installed needs no right of Slipway's, wherever the site's folder lies.
            assertThat(kept.stream()
                            .filter(each -> data.relativize(each).toString().matches("sites/[^/]+/.+")))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(permissions(each)).matches("rw[x-]r-[x-]r-[x-]"));
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    }
}
