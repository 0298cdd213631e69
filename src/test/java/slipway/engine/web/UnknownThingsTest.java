package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import slipway.engine.people.Organisation;
import slipway.identity.Clearance;
import slipway.identity.Person;
import slipway.identity.Roles;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.Visitor;

/** Asks every address of ours that names a thing for one that is not there. */
@ProcessTest
class UnknownThingsTest {
    private static final String PASSWORD = "Open-Sesame-2021";
    private static final String RELEASE = "REL-1999-0001";
    private static final String OTHER = "missing-thing";

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @Test
    void what_is_not_there_is_said_to_be_missing_by_its_name() {
        Visitor visitor = allowedAll();
        Map<String, String> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(6).containsKey("GET /api/releases/" + RELEASE + "/builds");
        addresses.forEach((address, missing) -> {
            List<String> words = List.of(address.split(" "));
            HttpResponse<String> answer = visitor.send(
                    visitor.request(words.get(1)).method(words.get(0), HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isEqualTo(404);
            assertThat(answer.body()).as(address).contains("\"detail\":\"", missing);
        });
    }

    /** Each with the name that stands in it. */
    private Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("slipway.")) {
                String verb = mapping.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .collect(Collectors.joining());
                mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.contains("{"))
                        .forEach(pattern -> addresses.put(
                                verb + " "
                                        + pattern.replace("{number}", RELEASE).replaceAll("\\{[^}]*}", OTHER),
                                pattern.contains("{number}") ? RELEASE : OTHER));
            }
        });
        return addresses;
    }

    private Visitor allowedAll() {
        Person person = new Person(
                new Actor("allowedall"),
                "Allowed All",
                "",
                Stream.concat(Arrays.stream(Roles.values()).map(Roles::group), Stream.of(Clearance.ADMINISTRATOR))
                        .collect(Collectors.toSet()));
        organisation.hire(person, PASSWORD);
        return Visitor.program(port, "allowedall", PASSWORD);
    }
}
