package slipway.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** Separation of duties, by person. */
public interface Duties {

    /**
     * A gate that somebody must still pass: its duty and the group whose members may. Where several groups decide at one
     * gate, {@code gate} names it, and each needs somebody of its own, and none of those who {@code decided} there.
     */
    record OpenGate(Duty duty, String group, String gate, Set<Actor> decided) {
        public OpenGate(Duty duty, String group) {
            this(duty, group, "", Set.of());
        }
    }

    /** Notes that the person did this for the release; said twice, noted once. */
    void performed(ReleaseNumber release, Duty duty, Actor actor);

    /** Who did this for the release so far. */
    Set<Actor> performers(ReleaseNumber release, Duty duty);

    /** The rule that bars the person from this duty, if any; {@code separation-of-duties} names both duties. */
    Optional<Refusal> barred(ReleaseNumber release, Duty duty, Actor actor);

    /**
     * Whether all open gates can still be passed, each by one person, as one assignment; the refusal names a gate that
     * nobody may pass.
     */
    Optional<Refusal> unsatisfiable(ReleaseNumber release, List<OpenGate> gates);

    /** Those of the gates that can still be passed together, without each that cannot with those before it. */
    List<OpenGate> passable(ReleaseNumber release, List<OpenGate> gates);

    /**
     * The gate that nobody may pass any more, were this person to take this duty now: {@code strands-later-gate} names
     * it. What nobody may pass already is not their doing.
     */
    Optional<Refusal> strands(ReleaseNumber release, Duty duty, Actor actor, List<OpenGate> laterGates);
}
