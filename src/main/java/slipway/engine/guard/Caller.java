package slipway.engine.guard;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import slipway.shared.Actor;
import slipway.shared.Refusal;

/** Who issues a command: the authenticated user with the groups that the identity service knows now. */
record Caller(@Nullable String id, Set<String> groups, boolean administrator) {

    /** Groups are read afresh, because whoever authenticates over Java may claim any. */
    static Caller of(CommandContext context) {
        String id = context.getAuthenticatedUserId();
        if (id == null || id.isBlank()) {
            return new Caller(null, Set.of(), false);
        }
        return of(id, context);
    }

    /** The person of that account, whoever is authenticated. */
    static Caller of(String id, CommandContext context) {
        Set<String> groups = context.runWithoutAuthorization(
                () -> context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(id).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toUnmodifiableSet()));
        var configuration = context.getProcessEngineConfiguration();
        boolean administrator =
                configuration.getAdminUsers().contains(id) || meets(configuration.getAdminGroups(), groups);
        return new Caller(id, groups, administrator);
    }

    boolean isOneOf(Collection<String> wanted) {
        return meets(wanted, groups);
    }

    boolean is(@Nullable String person) {
        return id != null && id.equals(person);
    }

    /** The person; refused when nobody is authenticated. */
    Actor person(Subject subject) {
        if (id == null) {
            throw refused(
                    subject, Refusal.of("nobody-authenticated", "nobody is authenticated; log in and do it yourself"));
        }
        return new Actor(id);
    }

    CommandRefused refused(Subject subject, Refusal refusal) {
        return new CommandRefused(id, subject, refusal);
    }

    EntryRefused refusedEntry(Subject subject, Refusal refusal) {
        return new EntryRefused(id, subject, refusal);
    }

    private static boolean meets(Collection<String> some, Collection<String> others) {
        return !Collections.disjoint(some, others);
    }
}
