package slipway.communication.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.communication.Tellings;
import slipway.identity.Roles;

/** The properties by which a model says who is told what. */
final class Told {
    static final String AUDIENCE = "audience";
    static final String SUBJECT = "subject";
    static final String TEXT = "text";
    static final String TO = "to";

    /** The groups of the roles, and whom a release names. */
    static final Set<String> EVERYBODY = Stream.concat(Roles.all().stream().map(Roles::group), Tellings.NAMED.stream())
            .collect(Collectors.toUnmodifiableSet());

    private Told() {}

    static List<String> audiences(Map<String, String> properties) {
        return list(properties, AUDIENCE);
    }

    static List<String> to(Map<String, String> properties) {
        return list(properties, TO);
    }

    /** Empty when it is not said. */
    static String word(Map<String, String> properties, String name) {
        return properties.getOrDefault(name, "").strip();
    }

    private static List<String> list(Map<String, String> properties, String name) {
        return Arrays.stream(word(properties, name).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
