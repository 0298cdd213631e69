package slipway.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import slipway.identity.Person;

/** What the person who started Slipway sees: where to go, who may log in, what waits for whom. */
@Component
class Console {
    private final Environment environment;
    private final Passwords passwords;
    private final Guests guests;
    private final OpenWork work;

    Console(Environment environment, Passwords passwords, Guests guests, OpenWork work) {
        this.environment = environment;
        this.passwords = passwords;
        this.guests = guests;
        this.work = work;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        if (environment.getProperty("slipway.console", Boolean.class, true)) {
            lines().forEach(System.out::println);
        }
    }

    List<String> lines() {
        String root = "http://localhost:" + environment.getProperty("local.server.port", "8080") + "/camunda/app/";
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Slipway runs.",
                "  Tasklist  " + root + "tasklist/",
                "  Cockpit   " + root + "cockpit/",
                "  Admin     " + root + "admin/"));
        if (passwords.tourIsKnown()) {
            lines.add("  Log in    as one of the tour's people, password " + passwords.tour() + " (kept in "
                    + passwords.tourFile() + "):");
            guests.people().forEach(person -> lines.add("            " + described(person)));
        }
        lines.add("            " + RuntimeSetup.ADMINISTRATOR.id() + ", the administrator, password "
                + (passwords.administratorIsConfigured()
                        ? "as configured at the first start"
                        : "in " + passwords.administratorFile()));
        lines.addAll(work.lines());
        lines.add("  Stop with Ctrl-C.");
        return lines;
    }

    private static String described(Person person) {
        return "%-8s %s"
                .formatted(
                        person.actor().id(), person.groups().stream().sorted().collect(Collectors.joining(", ")));
    }
}
