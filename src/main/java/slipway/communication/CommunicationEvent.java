package slipway.communication;

import java.util.List;
import java.util.stream.Collectors;
import slipway.event.Event;
import slipway.shared.Actor;
import slipway.shared.SiteId;

/** Who was told of what, and what coordinators said of their sites. */
public sealed interface CommunicationEvent extends Event {

    /** The rollout is to be told of, and these people are asked whether their sites are ready. */
    record RolloutAnnounced(int round, List<Actor> asked) implements CommunicationEvent {
        @Override
        public String words() {
            return asked.isEmpty()
                    ? "Rollout announced; every coordinator's word stands."
                    : "Rollout announced; asked whether sites are ready: " + listed(asked) + ".";
        }
    }

    /** Somebody who was asked in this round coordinates nothing any more; any of these may answer now. */
    record ReadinessPassedOn(int round, Actor left, List<SiteId> sites, List<Actor> asked)
            implements CommunicationEvent {
        @Override
        public String words() {
            return left + " coordinates nothing any more; asked whether " + listed(sites)
                    + (sites.size() == 1 ? " is" : " are") + " ready: "
                    + (asked.isEmpty() ? "nobody, as there is no other coordinator" : listed(asked)) + ".";
        }
    }

    /** A model had these told something in words of its owner's; {@code audiences} are groups, or whom a release names. */
    record PeopleTold(String step, List<String> audiences, String about, String text) implements CommunicationEvent {
        @Override
        public String words() {
            return step + ": " + about + ".";
        }
    }

    /** A task still waits for these, and they were reminded of it. */
    record PeopleReminded(String task, List<Actor> people) implements CommunicationEvent {
        @Override
        public String words() {
            return "Reminded of " + task + ": " + (people.isEmpty() ? "nobody, as nobody may do it" : listed(people))
                    + ".";
        }
    }

    /** A task still waits for {@code people}, and the members of {@code to} were told. */
    record TaskEscalated(String task, List<Actor> people, List<String> to) implements CommunicationEvent {
        @Override
        public String words() {
            return task + " still waits for " + (people.isEmpty() ? "somebody" : listed(people)) + "; told "
                    + listed(to) + ".";
        }
    }

    /** Notices wait to leave; {@code unreachable} are those without a mail address. */
    record NoticesQueued(String about, List<Actor> told, List<Actor> unreachable) implements CommunicationEvent {
        @Override
        public String words() {
            return "Told (" + about + "): " + (told.isEmpty() ? "nobody" : listed(told)) + "."
                    + (unreachable.isEmpty() ? "" : " Without a mail address: " + listed(unreachable) + ".");
        }
    }

    /** These sites are ready, their people trained; {@code remark} is what was said besides, often nothing. */
    record ReadinessConfirmed(List<SiteId> sites, String remark) implements CommunicationEvent {
        @Override
        public String words() {
            return "Ready: " + listed(sites) + "." + (remark.isBlank() ? "" : " " + remark);
        }
    }

    /** These sites are not. */
    record ReadinessDenied(List<SiteId> sites, String reason) implements CommunicationEvent {
        @Override
        public String words() {
            return "Not ready: " + listed(sites) + ". " + reason;
        }
    }

    private static String listed(List<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
