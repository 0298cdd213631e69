package slipway.planning;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import slipway.identity.Persons;
import slipway.shared.Actor;
import slipway.shared.Refusal;

/** Who may decide on a plan as baseline: a change manager who neither asked for the release nor wrote the plan. */
final class Approvers {
    static final String GROUP = "change-manager";

    private Approvers() {}

    /** Why nobody could approve or return what this author writes, if so. */
    static Optional<Refusal> nobodyLeft(Set<Actor> members, Predicate<Actor> barred, Actor author, Persons persons) {
        return members.stream().allMatch(barred.or(member -> persons.same(author, member)))
                ? Optional.of(Refusal.of(
                        "nobody-left-to-approve",
                        "If " + author + " writes this plan, nobody of the group " + GROUP
                                + " may approve or return it,"
                                + " since neither its author nor who asked for the release may. Let another release"
                                + " manager draft it, or add a member to the group."))
                : Optional.empty();
    }

    /** The author does not decide on their own plan. */
    static Optional<Refusal> authorDecides(Plan plan, Actor actor, Persons persons) {
        return persons.same(plan.author(), actor)
                ? Optional.of(Refusal.of(
                        "separation-of-duties",
                        plan.author() + " wrote this plan; another change manager has to decide on it as baseline."))
                : Optional.empty();
    }
}
