package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.testing.Product;
import slipway.testing.Visitor;

/** The own PostgreSQL is killed under a running Slipway. */
class RevivalProductTest {
    private static final Pattern ADDRESS = Pattern.compile("Tasklist\\s+http://localhost:(\\d+)/");

    private static final List<String> ADDRESSES = List.of(
            "/engine-rest/task/count", "/engine-rest/user/count", "/api/releases", "/engine-rest/no-such-thing");

    private final Map<Integer, String> answers = new TreeMap<>();

    @TempDir
    Path folder;

    @Test
    void it_is_started_again_people_go_on_and_where_it_cannot_start_slipway_ends() throws Exception {
        Product product = Product.start(folder, List.of(), "--server.port=0");
        try (product) {
            product.says("Stop with Ctrl-C", 180);
            Visitor rita = rita(product);
            assertThat(rita.get(ADDRESSES.getFirst()).statusCode()).isEqualTo(200);
            for (int time = 1; time <= 2; time++) {
                int times = time;
                postmaster().destroyForcibly();
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    ADDRESSES.forEach(address -> asks(rita, address));
                    return revivals(product) == times;
                });
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> rita.get(ADDRESSES.getFirst()).statusCode() == 200);
            }
            assertThat(answers.keySet())
                    .as(answers + product.out())
                    .contains(503)
                    .isSubsetOf(200, 403, 404, 503);
            assertThat(answers.get(503)).contains("Slipway's database does not answer just now");

            ProcessHandle last = postmaster();
            Files.delete(folder.resolve("data/postgres/cluster/global/pg_control"));
            last.destroyForcibly();
            assertThat(product.exitCode(120)).isEqualTo(Revival.DATABASE_LOST);
            assertThat(product.out())
                    .contains("PostgreSQL ended by itself, and Slipway ends as well: it does not start");
        }
    }

    private Visitor rita(Product product) throws IOException {
        int port = ADDRESS.matcher(product.out())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst()
                .orElseThrow();
        return Visitor.program(
                port,
                "rita",
                Files.readString(folder.resolve("data/secrets/tour")).strip());
    }

    private void asks(Visitor visitor, String address) {
        HttpResponse<String> answer = visitor.get(address);
        answers.put(answer.statusCode(), address + ": " + answer.body());
    }

    private static long revivals(Product product) throws IOException {
        return (product.out() + product.err())
                .lines()
                .filter(line -> line.contains("PostgreSQL ended by itself and was started again"))
                .count();
    }

    private ProcessHandle postmaster() throws IOException {
        String number = Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }
}
