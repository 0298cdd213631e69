package slipway.identity;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.identity.Duties.OpenGate;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** Who may still do what for a release, by who did what so far. Two accounts of one person are one. */
final class DutyRules {
    private final ReleaseNumber release;
    private final List<Deed> deeds;
    private final Persons persons;
    private final Map<Duty, Set<Actor>> past;
    private final Function<String, Set<Actor>> members;

    /** What an account did, and the mail address that it had then. */
    record Deed(Duty duty, Actor actor, String mail) {}

    DutyRules(ReleaseNumber release, List<Deed> deeds, Persons persons, Function<String, Set<Actor>> members) {
        this.release = release;
        this.deeds = List.copyOf(deeds);
        this.persons = persons;
        this.past = deeds.stream()
                .collect(Collectors.groupingBy(
                        Deed::duty,
                        () -> new EnumMap<>(Duty.class),
                        Collectors.flatMapping(this::doers, Collectors.toSet())));
        this.members = group -> members.apply(group).stream().map(persons::of).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Actor> doers(Deed deed) {
        return persons.doers(deed.actor(), deed.mail()).stream();
    }

    /** What the person did already that bars them from this duty. */
    Optional<Refusal> barred(Duty duty, Actor actor) {
        Actor person = persons.of(actor);
        return deeds.stream()
                .filter(deed -> deed.duty().excludes(duty) && doers(deed).anyMatch(person::equals))
                .min(Comparator.comparing(Deed::duty)
                        .thenComparing(deed -> !deed.actor().equals(actor)))
                .map(deed -> Refusal.of(
                        "separation-of-duties",
                        whoActed(actor, deed.actor()) + " acted as " + words(deed.duty()) + " of release " + release
                                + " and may not also act as " + words(duty)
                                + ". Somebody else of the role must do it."));
    }

    private static String whoActed(Actor actor, Actor doer) {
        return doer.equals(actor) ? actor.id() : actor + " has the mail address of " + doer + ", who";
    }

    /** The gate that nobody may pass any more. */
    Optional<Refusal> unsatisfiable(List<OpenGate> gates) {
        return new Eligibility(past, members)
                .stuckAt(byPerson(gates))
                .map(gate -> nobody("gate-nobody-may-pass", gate));
    }

    /** Those of the gates that can be passed together, without each that cannot with those before it. */
    List<OpenGate> passable(List<OpenGate> gates) {
        return new Eligibility(past, members).passable(byPerson(gates));
    }

    /** The gate that nobody could pass if this person took this duty; what is stuck already is not their doing. */
    Optional<Refusal> strands(Duty duty, Actor actor, List<OpenGate> laterGates) {
        List<OpenGate> passable = passable(laterGates);
        Map<Duty, Set<Actor>> then = new EnumMap<>(Duty.class);
        then.putAll(past);
        Set<Actor> holders = new HashSet<>(past.getOrDefault(duty, Set.of()));
        holders.add(persons.of(actor));
        then.put(duty, holders);
        return new Eligibility(then, members).stuckAt(passable).map(gate -> nobody("strands-later-gate", gate));
    }

    private List<OpenGate> byPerson(List<OpenGate> gates) {
        return gates.stream()
                .map(gate -> new OpenGate(
                        gate.duty(),
                        gate.group(),
                        gate.gate(),
                        gate.decided().stream().map(persons::of).collect(Collectors.toUnmodifiableSet())))
                .toList();
    }

    private static Refusal nobody(String rule, OpenGate gate) {
        return Refusal.of(
                rule,
                "Then nobody of the group " + gate.group() + " could act as " + words(gate.duty())
                        + " without breaking the separation of duties. Add a member to the group or let somebody else act.");
    }

    private static String words(Duty duty) {
        return duty.name().toLowerCase(Locale.ROOT);
    }
}
