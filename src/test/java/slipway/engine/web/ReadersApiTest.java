package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import slipway.engine.people.Organisation;
import slipway.event.EventReaders;
import slipway.identity.Clearance;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.Visitor;

@ProcessTest
class ReadersApiTest {
    private static final String PASSWORD = "Open-Sesame-2021";

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    EventReaders readers;

    @Test
    void an_administrator_has_the_history_read_again_and_none_that_tells_people_or_moves_releases() {
        assertThat(visitor().get("/api/readers").body()).contains("\"name\":\"history\",\"rebuildable\":true");

        HttpResponse<String> history = rebuild("history");
        assertThat(history.statusCode()).as(history.body()).isEqualTo(202);
        readers.advance();
        assertThat(Arrays.stream(visitor().get("/api/readers").body().split("}"))
                        .filter(row -> row.contains("\"rebuildable\":false")))
                .hasSize(6)
                .allSatisfy(row -> {
                    HttpResponse<String> other = rebuild(row.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1"));
                    assertThat(other.statusCode()).as(row).isEqualTo(409);
                    assertThat(other.body()).contains("\"rule\":\"reader-acts\"", "only 'history' can be built again");
                });
    }

    private HttpResponse<String> rebuild(String reader) {
        Visitor visitor = visitor();
        return visitor.send(
                visitor.request("/api/readers/" + reader + "/rebuild").POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Visitor visitor() {
        organisation.hire(
                new Person(new Actor("readerskeeper"), "Readers Keeper", "", Set.of(Clearance.ADMINISTRATOR)),
                PASSWORD);
        return Visitor.program(port, "readerskeeper", PASSWORD);
    }
}
