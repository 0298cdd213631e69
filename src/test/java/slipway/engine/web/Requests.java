package slipway.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Malformed and odd requests to every address of the engine's interface, drawn from its own description by a seed. */
final class Requests {
    private static final List<String> ODD = List.of(
            "x",
            "0",
            "-1",
            "999999999999999999999",
            "null",
            "%00",
            "..%2F..%2Fetc%2Fpasswd",
            "%27%20or%201%3D1--",
            "%24%7B%27%27.getClass()%7D",
            "%F0%9F%92%A5",
            "%C0%80",
            "a".repeat(3_000));
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "{}",
            "[]",
            "[null]",
            "[[],{}]",
            "7",
            "\"x\"",
            "{",
            "{\"variables\":null}",
            "{\"variables\":{\"a\":null}}",
            "{\"variables\":{\"a\":{\"value\":[],\"type\":\"Integer\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"1e999\",\"type\":\"Double\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.io.File\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
            "{\"value\":\"\\u0000\",\"type\":\"String\"}",
            "{\"value\":1e400,\"type\":\"Double\"}",
            "{\"value\":\"9999-99-99T99:99:99\",\"type\":\"Date\"}",
            "{\"userId\":\"\\ud800\"}",
            "{\"userId\":null,\"groupId\":[]}",
            "{\"processDefinitionKey\":\"nothing\",\"messageName\":null}",
            "{\"orQueries\":[null]}",
            "{\"orQueries\":[{\"sorting\":[{}]}],\"sorting\":[{\"sortBy\":\"x\"}]}",
            "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"sideways\"}]}",
            "{\"processVariables\":[{\"name\":null,\"operator\":\"eq\",\"value\":{}}]}",
            "{\"resourceType\":99,\"permissions\":[\"NOTHING\"],\"type\":9}",
            "{\"retries\":-1,\"jobIds\":[null],\"duedate\":\"soon\"}",
            "{\"instructions\":[{\"type\":\"explode\"}],\"skipCustomListeners\":\"maybe\"}",
            "{\"credentials\":{\"password\":\"x\"},\"profile\":null}",
            "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assignee\":{}},\"properties\":[]}",
            "{\"a\":" + "[".repeat(30) + "]".repeat(30) + "}");

    private final List<String[]> addresses = new ArrayList<>();
    private final JsonNode document;
    private final Random random;

    /** One request. */
    record Odd(String method, String path, Optional<String> body) {}

    Requests(JsonNode document, long seed) {
        this.document = document;
        this.random = new Random(seed);
        for (Iterator<Map.Entry<String, JsonNode>> paths =
                        document.path("paths").fields();
                paths.hasNext(); ) {
            Map.Entry<String, JsonNode> path = paths.next();
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> addresses.add(new String[] {method.toUpperCase(), path.getKey()}));
        }
    }

    /** How many addresses the interface has. */
    int addresses() {
        return addresses.size();
    }

    /** The next one; {@code known} are ids that exist, among which it chooses, too. */
    Odd next(int number, List<String> known) {
        String[] address = addresses.get(number % addresses.size());
        String path = address[1];
        while (path.contains("{")) {
            String value = random.nextInt(3) == 0 && !known.isEmpty()
                    ? URLEncoder.encode(known.get(random.nextInt(known.size())), StandardCharsets.UTF_8)
                    : ODD.get(random.nextInt(ODD.size()));
            path = path.replaceFirst("\\{[^}]+}", value.replace("$", "\\$"));
        }
        boolean bodiless = address[0].equals("GET") || address[0].equals("DELETE") || address[0].equals("OPTIONS");
        Optional<String> body = bodiless ? Optional.empty() : Optional.of(BODIES.get(random.nextInt(BODIES.size())));
        return new Odd(address[0], path + query(address), body);
    }

    private String query(String[] address) {
        StringBuilder query = new StringBuilder();
        JsonNode parameters = document.path("paths")
                .path(address[1])
                .path(address[0].toLowerCase())
                .path("parameters");
        for (JsonNode parameter : parameters) {
            if (parameter.path("in").asText().equals("query") && random.nextInt(6) == 0) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.path("name").asText())
                        .append('=')
                        .append(ODD.get(random.nextInt(ODD.size() - 1)));
            }
        }
        return query.toString();
    }
}
