package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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
    void it_is_started_again_people_go_on_and_nothing_is_left_in_the_end() throws Exception {
        ProcessHandle last;
        Product product = Product.start(folder, List.of(), "--server.port=0");
        try (product) {
            product.says("Stop with Ctrl-C", 180);
            int port = ADDRESS.matcher(product.out())
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .findFirst()
                    .orElseThrow();
            String password =
                    Files.readString(folder.resolve("data/secrets/tour")).strip();
            Visitor rita = Visitor.program(port, "rita", password);
            assertThat(rita.get("/engine-rest/task/count").statusCode()).isEqualTo(200);

            for (int time = 1; time <= 2; time++) {
                postmaster().destroyForcibly();
                int times = time;
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    ADDRESSES.forEach(address -> asks(rita, address));
                    return revivals(product) == times;
                });
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> rita.get("/engine-rest/task/count").statusCode() == 200);
            }
            last = postmaster();
        }
        last.onExit().get(30, TimeUnit.SECONDS);
        assertThat(answers.keySet()).as(answers + product.out()).contains(503).isSubsetOf(200, 403, 404, 503);
        assertThat(answers.get(503)).contains("Slipway's database does not answer just now");
    }

    private void asks(Visitor visitor, String address) {
        HttpResponse<String> answer = visitor.get(address);
        answers.put(answer.statusCode(), address + ": " + answer.body());
    }

    private static long revivals(Product product) throws java.io.IOException {
        return (product.out() + product.err())
                .lines()
                .filter(line -> line.contains("PostgreSQL ended by itself and was started again"))
                .count();
    }

    private ProcessHandle postmaster() throws java.io.IOException {
        String number =
                Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }
}
