package slipway.communication;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.Release;
import slipway.shared.Actor;

/** Who is told of a rollout, and in which words. */
@Component
class Announcement {
    private static final String KIND = "rollout";

    private final Cmdb cmdb;
    private final People people;
    private final Plans plans;
    private final PublicAddress address;

    Announcement(Cmdb cmdb, People people, Plans plans, PublicAddress address) {
        this.cmdb = cmdb;
        this.people = people;
        this.plans = plans;
        this.address = address;
    }

    List<Outbox.Notice> of(Release release, String occasion) {
        Template template = Template.read("rollout-notice");
        Map<String, String> values = values(release);
        return recipients().stream()
                .map(person -> notice(release, occasion, person, template, values))
                .toList();
    }

    private static Outbox.Notice notice(
            Release release, String occasion, Person person, Template template, Map<String, String> values) {
        values.put("name", person.name());
        Template filled = template.with(values);
        return new Outbox.Notice(
                release.number(),
                KIND,
                occasion,
                person.actor().id(),
                person.name(),
                person.email(),
                filled.subject(),
                filled.body());
    }

    private Map<String, String> values(Release release) {
        Plan plan = plans.get(release.number());
        Map<String, String> values = new TreeMap<>();
        values.put("number", release.number().value());
        values.put("title", release.title());
        values.put("purpose", release.purpose());
        values.put("unit", release.builtRevision().unit().value());
        values.put("version", release.builtRevision().version());
        values.put("link", address.tasksOf(release.number()));
        values.put(
                "windows",
                cmdb.sites().stream()
                        .map(site -> "  " + site.name() + ": " + LocalWindow.text(plan, site.zone()))
                        .collect(Collectors.joining("\n")));
        return values;
    }

    private List<Person> recipients() {
        Stream<Person> coordinators =
                cmdb.sites().stream().map(Site::coordinator).distinct().map(this::known);
        Stream<Person> others =
                Stream.of("service-owner", "communication-lead").flatMap(group -> people.membersOf(group).stream());
        return Stream.concat(coordinators, others)
                .collect(Collectors.toMap(Person::actor, person -> person, (one, same) -> one))
                .values()
                .stream()
                .toList();
    }

    private Person known(Actor coordinator) {
        return people.find(coordinator)
                .filter(person -> !person.email().isBlank())
                .orElseThrow(() -> new IllegalStateException("the coordinator " + coordinator
                        + " is unknown or has no mail address; mend it, then try again"));
    }
}
