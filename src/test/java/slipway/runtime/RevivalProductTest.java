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

    private static final List<String> ADDRESSES = List.of("/engine-rest/task/count", "/api/releases");

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
            for (String address : ADDRESSES) {
                long before = revivals(product);
                // Without it the server cannot start, so that whoever asks meets a database that is away.
                Files.move(control(), aside());
                postmaster().destroyForcibly();
                await().atMost(Duration.ofSeconds(60)).until(() -> asked(rita, address) == 503);
                Files.move(aside(), control());
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    asked(rita, "/engine-rest/no-such-thing");
                    return revivals(product) == before + 1;
                });
                await().atMost(Duration.ofSeconds(60)).until(() -> asked(rita, address) == 200);
            }
            assertThat(answers.keySet()).as(answers + product.out()).isSubsetOf(200, 404, 503);
            assertThat(answers.get(503)).contains("Slipway's database does not answer just now");

            ProcessHandle last = postmaster();
            Files.delete(control());
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

    private int asked(Visitor visitor, String address) {
        HttpResponse<String> answer = visitor.get(address);
        answers.put(answer.statusCode(), address + ": " + answer.body());
        return answer.statusCode();
    }

    private Path control() {
        return folder.resolve("data/postgres/cluster/global/pg_control");
    }

    private Path aside() {
        return folder.resolve("pg_control");
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
