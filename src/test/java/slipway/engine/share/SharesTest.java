package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import slipway.engine.guard.GuardedWork;
import slipway.engine.people.Organisation;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.TestDatabase;
import slipway.testing.Visitor;

/** The real application while others hold all that they can get of it: a lock of the database keeps them inside. */
@ProcessTest
class SharesTest {
    private static final String PASSWORD = "Pressing-2026-crowd";
    private static final int CROWD = 10;
    private static final int GENERAL_PLACES = 4;
    private static final long LONG_USE = 60_000_000_000L;

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    HikariDataSource pool;

    @Autowired
    Places places;

    @Autowired
    Desk house;

    @Autowired
    Senders senders;

    private final List<Visitor> crowd = new ArrayList<>();

    @BeforeEach
    void hire() {
        for (int each = 0; each < CROWD; each++) {
            String name = "crowd" + (char) ('a' + each);
            organisation.hire(new Person(new Actor(name), name, "", Set.of("release-manager")), PASSWORD);
            crowd.add(Visitor.person(port, name, PASSWORD));
            hadMuch(name);
        }
    }

    @Test
    void while_others_hold_all_that_they_can_get_a_bystander_logs_in_lists_and_completes() throws Exception {
        String task = GuardedWork.deployed(beans).task();
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Connection lock = TestDatabase.get().owner().getConnection()) {
            lock(lock);
            List<CompletableFuture<HttpResponse<String>>> held = crowd.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> each.get(SLOW), threads))
                    .toList();
            await(() -> house.taken() == GENERAL_PLACES && house.waiting() == CROWD - GENERAL_PLACES);
            await(() -> pool.getHikariPoolMXBean().getActiveConnections() == GENERAL_PLACES);

            bystander(task);

            assertThat(house.taken()).isEqualTo(GENERAL_PLACES);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(GENERAL_PLACES);
            lock.rollback();
            assertThat(held)
                    .allSatisfy(each -> assertThat(each.join().statusCode()).isIn(200, 429));
            await(() -> house.taken() == 0);
        }
    }

    @Test
    void more_than_a_share_waits_and_more_than_that_is_told_to_come_again() throws Exception {
        seemsCheapAgain();
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Connection lock = TestDatabase.get().owner().getConnection()) {
            lock(lock);
            List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
            for (int each = 0; each < 30; each++) {
                sent.add(CompletableFuture.supplyAsync(() -> crowd.getFirst().get(SLOW), threads));
            }
            await(() -> sent.stream().filter(CompletableFuture::isDone).count() == 3
                    && house.taken() == 3
                    && house.waiting() == 24);
            HttpResponse<String> refused = sent.stream()
                    .filter(CompletableFuture::isDone)
                    .findFirst()
                    .orElseThrow()
                    .join();
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("\"type\":\"TooManyRequests\"", "send one request after the other");
            lock.rollback();
            sent.forEach(CompletableFuture::join);
        }
    }

    @Test
    void who_logs_in_too_often_from_one_address_waits_and_nobody_else_does() {
        Visitor strangers = Visitor.from("127.77.0.1", port);
        List<HttpResponse<String>> answers = new ArrayList<>();
        do {
            answers.add(strangers.post("/camunda/api/admin/auth/user/default/login/tasklist", "{}"));
        } while (answers.getLast().statusCode() != 429 && answers.size() < 500);

        assertThat(answers.getLast().statusCode()).isEqualTo(429);
        assertThat(answers.getLast().body()).contains("Too many people log in from this address");
        assertThat(answers).hasSizeGreaterThan(120);
        assertThat(Visitor.from("127.77.0.2", port)
                        .logIn(GuardedWork.PERSON, "guess")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void inventing_names_gives_strangers_no_share_more() {
        Visitor strangers = Visitor.from("127.77.0.3", port);
        List<Integer> answers = new ArrayList<>();
        do {
            String words = Base64.getEncoder()
                    .encodeToString(("nobody" + answers.size() + ":guess").getBytes(StandardCharsets.UTF_8));
            answers.add(strangers
                    .send(strangers.request("/nothing").header("Authorization", "Basic " + words))
                    .statusCode());
        } while (answers.getLast() != 429 && answers.size() < 2_000);

        assertThat(answers).last().isEqualTo(429);
    }

    @Test
    void who_sends_slowly_holds_no_place_and_has_few_that_do() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int each = 0; each < Senders.MOST; each++) {
                slow.add(begun());
            }
            await(() -> senders.all() == Senders.MOST);
            Socket more = begun();
            slow.add(more);
            assertThat(new String(more.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 429");
            assertThat(house.taken()).isZero();
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
    }

    private static final String SLOW = "/camunda/api/engine/engine/default/filter";

    private void bystander(String task) {
        Visitor person = Visitor.person(port, GuardedWork.PERSON, GuardedWork.PASSWORD);
        String engine = "/camunda/api/engine/engine/default/task";
        assertThat(person.post(engine + "?maxResults=15", "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> completed = person.post(engine + "/" + task + "/submit-form", """
                {"variables":{"decision":{"value":"APPROVE","type":"String"}}}""");
        assertThat(completed.statusCode()).as(completed.body()).isEqualTo(204);
    }

    private Socket begun() throws IOException {
        Socket socket = new Socket("localhost", port);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /engine-rest/task HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        return socket;
    }

    private static void lock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table slipway_engine.act_ru_filter in access exclusive mode");
    }

    /** What another test held up was dear, and whatever is dear gets fewer places. */
    private void seemsCheapAgain() {
        for (int time = 0; time < 10; time++) {
            assertThat(crowd.getLast().get(SLOW).statusCode()).isEqualTo(200);
        }
    }

    private void hadMuch(String name) {
        long now = System.nanoTime();
        Ticket before = new Ticket(slipway.engine.share.Visitor.person(name), Expected.NOTHING, () -> {});
        synchronized (places) {
            places.enter(before, now - LONG_USE);
            places.leave(before, now);
        }
    }

    private static void await(BooleanSupplier happened) {
        while (!happened.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
