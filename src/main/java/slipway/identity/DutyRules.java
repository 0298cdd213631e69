package slipway.identity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import slipway.identity.Duties.OpenGate;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** Who may still do what for a release, by who did what so far. */
final class DutyRules {
    private final ReleaseNumber release;
    private final Map<Duty, Set<Actor>> past;
    private final Function<String, Set<Actor>> members;

    DutyRules(ReleaseNumber release, Map<Duty, Set<Actor>> past, Function<String, Set<Actor>> members) {
        this.release = release;
        this.past = past;
        this.members = members;
    }

    /** What the person did already that bars them from this duty. */
    Optional<Refusal> barred(Duty duty, Actor actor) {
        return Arrays.stream(Duty.values())
                .filter(done ->
                        done.excludes(duty) && past.getOrDefault(done, Set.of()).contains(actor))
                .findFirst()
                .map(done -> Refusal.of(
                        "separation-of-duties",
                        actor + " acted as " + words(done) + " of release " + release + " and may not also act as "
                                + words(duty) + ". Somebody else of the role must do it."));
    }

    /** The gate that nobody may pass any more. */
    Optional<Refusal> unsatisfiable(List<OpenGate> gates) {
        return new Eligibility(past, members).stuckAt(gates).map(gate -> nobody("gate-nobody-may-pass", gate));
    }

    /** The gate that nobody could pass if this person took this duty; what is stuck already is not their doing. */
    Optional<Refusal> strands(Duty duty, Actor actor, List<OpenGate> laterGates) {
        if (unsatisfiable(laterGates).isPresent()) {
            return Optional.empty();
        }
        Map<Duty, Set<Actor>> then = new EnumMap<>(Duty.class);
        then.putAll(past);
        Set<Actor> holders = new HashSet<>(past.getOrDefault(duty, Set.of()));
        holders.add(actor);
        then.put(duty, holders);
        return new Eligibility(then, members).stuckAt(laterGates).map(gate -> nobody("strands-later-gate", gate));
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
