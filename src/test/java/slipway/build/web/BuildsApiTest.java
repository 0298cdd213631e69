package slipway.build.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import slipway.build.Builds;
import slipway.build.CheckIns;
import slipway.engine.people.Organisation;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.testing.PlannedReleases;
import slipway.testing.ProcessTest;
import slipway.testing.TourSources;

@ProcessTest
class BuildsApiTest {
    private static final String WAITING = """
        #!/bin/sh
        echo first half
        while [ ! -e go ]; do sleep 0.1; done
        echo second half
        mkdir dist && echo done > dist/done
        """;

    @Autowired
    ApplicationContext context;

    @Autowired
    Builds builds;

    @Autowired
    CheckIns checkIns;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Organisation organisation;

    @BeforeEach
    void hire() {
        organisation.hire(
                new Person(
                        new Actor("watcher"), "Wilma Watcher", "watcher@alpenbank.example", Set.of("build-engineer")),
                "Correct-Horse-42!");
    }

    private ResponseEntity<String> get(String path, Object... variables) {
        return http.withBasicAuth("watcher", "Correct-Horse-42!").getForEntity(path, String.class, variables);
    }

    @Test
    void a_build_is_watched_while_it_runs() throws Exception {
        PartId part = new PlannedReleases(context)
                .planned("builds-watched", "v1.1.0", TourSources.commit("v1.1.0", "ben", Map.of("build.sh", WAITING)));
        checkIns.begin(part.release());
        String key = builds.order(part).key();
        // A thread of its own: the HTTP client needs the common pool, which has one thread on a small machine.
        FutureTask<Builds.Verdict> run = new FutureTask<>(() -> builds.run(key));
        Thread.ofPlatform().daemon().start(run);

        await().atMost(60, SECONDS).untilAsserted(() -> {
            assertThat(run.isDone()).isFalse();
            assertThat(get("/api/builds/{key}", key).getBody()).contains("\"progress\":\"first half\"");
        });
        ResponseEntity<String> half = get("/api/builds/{key}/log", key);
        assertThat(half.getBody()).isEqualTo("first half\n");
        Path workspace = builds.log(key).resolveSibling("workspace");
        Files.writeString(workspace.resolve("go"), "");
        assertThat(run.get(60, SECONDS)).isInstanceOf(Builds.Passed.class);

        String from = half.getHeaders().getFirst("Slipway-Next-From");
        assertThat(get("/api/builds/{key}/log?from={from}", key, String.valueOf(from))
                        .getBody())
                .isEqualTo("second half\n");
        String list = "/api/releases/" + part.release() + "/builds";
        assertThat(get(list).getBody()).contains(key);
        assertThat(get(list + "?most=200&olderThan=" + key).getBody()).isEqualTo("[]");
        assertThat(get(list + "?most=201").getBody()).contains("\"field\":\"most\"", "from 1 to 200");
    }

    @Test
    void a_page_follows_a_build_of_the_same_release() throws Exception {
        PlannedReleases planned = new PlannedReleases(context);
        PartId part = planned.planned("builds-paged", "v1.1.0", TourSources.commit("v1.1.0", "ben", Map.of()));
        PartId other = planned.planned("builds-of-others", "v1.1.0", TourSources.commit("v1.1.0", "ben", Map.of()));
        checkIns.begin(other.release());
        String stranger = builds.order(other).key();

        for (String key : List.of("BLD-none", stranger, "")) {
            ResponseEntity<String> answer = get(
                    "/api/releases/{release}/builds?olderThan={key}",
                    part.release().value(),
                    key);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody())
                    .contains("\"field\":\"olderThan\"", "'" + key + "' is no build of release " + part.release());
        }
    }

    @Test
    void strangers_and_unknown_builds_get_nothing() {
        assertThat(http.getForEntity("/api/builds/BLD-1", String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(get("/api/builds/{key}", "BLD-none").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("/api/builds/{key}/log", "..%2Fsecrets").getStatusCode().is4xxClientError())
                .isTrue();
    }
}
