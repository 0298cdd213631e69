package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import slipway.engine.SystemScope;
import slipway.engine.guard.GuardedWork;
import slipway.engine.people.Organisation;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.TinyModels;
import slipway.testing.Visitor;

/** Fifty people with accounts ask for the most expensive things; measured by {@code make soak PRESSURE=60}. */
@ProcessTest
class PressureSoak {
    private static final String PASSWORD = "Pressing-2026-crowd";
    private static final int ATTACKERS = 50;
    private static final int STRANGERS = 10;
    private static final int AT_ONCE = 1;
    private static final Duration WARMING = Duration.ofSeconds(4);
    private static final int WARM = 10;
    private static final Duration SOON = Duration.ofSeconds(2);

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Desk house;

    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> times = new TreeMap<>();

    @Test
    void a_bystander_works_on_and_so_do_the_jobs() {
        long seconds = Long.getLong("slipway.pressure", 20);
        GuardedWork work = GuardedWork.deployed(beans);
        Crowded.fill(work);
        List<Crowded.Call> calls = Crowded.mostExpensive(expensive());
        List<Visitor> attackers = attackers();
        SystemScope.run(() -> engine.getRepositoryService()
                .createDeployment()
                .addString("tick.bpmn", TinyModels.oneTask("Tick", Crowded.TICK))
                .deploy());
        engine.getJobExecutor().start();
        long rounds;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            try {
                // As on a server that has run for a while: what runs for the first time is slow anywhere.
                bystanders(work, WARM, WARMING);
                System.out.println("before:");
                print(List.of());
                times.clear();
                press(threads, attackers, calls);
                rounds = bystanders(work, 1, Duration.ofSeconds(seconds));
            } finally {
                over.set(true);
                print(calls);
            }
        } finally {
            engine.getJobExecutor().shutdown();
        }
        assertThat(rounds).isPositive();
        times.forEach((what, took) -> assertThat(took).as(what).allMatch(each -> each < SOON.toMillis()));
    }

    private void press(ExecutorService threads, List<Visitor> attackers, List<Crowded.Call> calls) {
        for (int each = 0; each < ATTACKERS * AT_ONCE; each++) {
            Visitor attacker = attackers.get(each % ATTACKERS);
            Crowded.Call call = calls.get(each % calls.size());
            threads.submit(() -> press(() -> call.pressedBy(attacker)));
        }
        for (int each = 0; each < STRANGERS; each++) {
            Visitor stranger = Visitor.from("127.78.0." + (each + 1), port);
            threads.submit(() -> press(() -> stranger.logIn("nobody", "guess").statusCode()));
            threads.submit(() ->
                    press(() -> stranger.get("/nothing/" + System.nanoTime()).statusCode()));
        }
    }

    /** How often one after the other could work, one round each and a job for each. */
    private long bystanders(GuardedWork work, int atLeast, Duration length) {
        long rounds = 0;
        long end = System.nanoTime() + length.toNanos();
        while (rounds < atLeast || System.nanoTime() < end) {
            String tick = SystemScope.call(
                    () -> runtime.startProcessInstanceByKey("Tick").getId());
            bystander(work.task());
            assertThat(timed("a job", () -> ended(tick))).isTrue();
            rounds++;
        }
        return rounds;
    }

    private List<Crowded.Call> expensive() {
        organisation.hire(
                new Person(new Actor("measurer"), "measurer", "", Set.of("release-manager", "change-manager")),
                PASSWORD);
        return Crowded.measured(Visitor.program(port, "measurer", PASSWORD));
    }

    private List<Visitor> attackers() {
        List<Visitor> attackers = new ArrayList<>();
        for (int each = 0; each < ATTACKERS; each++) {
            String name = "pressing" + (char) ('a' + each / 26) + (char) ('a' + each % 26);
            organisation.hire(
                    new Person(new Actor(name), name, "", Set.of("release-manager", "change-manager")), PASSWORD);
            attackers.add(Visitor.from("127.79.0." + (each + 1), port, name, PASSWORD));
        }
        return attackers;
    }

    private void press(IntSupplier call) {
        while (!over.get()) {
            statuses.merge(call.getAsInt(), 1, Integer::sum);
        }
    }

    private void bystander(String task) {
        Visitor person = Visitor.nobody(port);
        assertThat(timed("log in", () -> person.logIn(GuardedWork.PERSON, GuardedWork.PASSWORD))
                        .statusCode())
                .isEqualTo(200);
        assertThat(timed("open a page", () -> person.get("/camunda/app/tasklist/default/"))
                        .statusCode())
                .isEqualTo(200);
        String tasks = "/camunda/api/engine/engine/default/task";
        assertThat(timed(
                                "list tasks",
                                () -> person.post(
                                        tasks + "?maxResults=15",
                                        "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}"))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> completed =
                timed("complete a task", () -> person.post(tasks + "/" + task + "/submit-form", """
                        {"variables":{"decision":{"value":"APPROVE","type":"String"}}}"""));
        assertThat(completed.statusCode()).as(completed.body()).isEqualTo(204);
    }

    private boolean ended(String instance) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < until) {
            if (SystemScope.call(() -> runtime.createProcessInstanceQuery()
                            .processInstanceId(instance)
                            .count())
                    == 0) {
                return true;
            }
        }
        return false;
    }

    private <T> T timed(String what, Supplier<T> call) {
        long begun = System.nanoTime();
        T answer = call.get();
        times.computeIfAbsent(what, any -> new ArrayList<>())
                .add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return answer;
    }

    private void print(List<Crowded.Call> calls) {
        calls.forEach(System.out::println);
        System.out.println("answers to the crowd: " + new TreeMap<>(statuses));
        times.forEach((what, took) -> {
            List<Long> sorted = took.stream().sorted().toList();
            System.out.println(what + ", " + took.size() + " times: median " + sorted.get(sorted.size() / 2)
                    + " ms, longest " + sorted.getLast() + " ms, first " + took.getFirst() + " ms");
        });
    }
}
