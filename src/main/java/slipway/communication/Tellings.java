package slipway.communication;

import java.util.List;
import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/**
 * What models have people told, beside what Slipway tells by itself. It is an event of the release, in the caller's
 * transaction; notices are made of it afterwards, once.
 */
public interface Tellings {
    /** Audiences that a release itself names; every other is the group of a role. */
    Set<String> NAMED = Set.of("coordinators", "requester", "plan-author");

    /** Tells the audiences in words of the model's owner; {@code step} = the name of what tells. */
    void tell(ReleaseNumber release, String step, List<String> audiences, String subject, String text);

    /** Reminds those for whom a task waits. */
    void remind(ReleaseNumber release, String task, List<Actor> people);

    /** Tells the members of the groups that a task still waits, and for whom. */
    void escalate(ReleaseNumber release, String task, List<Actor> people, List<String> to);
}
