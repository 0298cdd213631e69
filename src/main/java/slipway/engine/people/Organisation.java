package slipway.engine.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;
import slipway.identity.Person;
import slipway.identity.Roles;
import slipway.shared.Actor;

/** Sees to it at every start that the roles, their grants and Tasklist's filters exist; adds people where asked. */
@Component
public class Organisation {
    private final IdentityService identities;
    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    Organisation(IdentityService identities, FilterService filters, TaskService tasks, Grants grants) {
        this.identities = identities;
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    @Order(20)
    @EventListener(ApplicationStartedEvent.class)
    void establish() {
        SystemScope.run(() -> {
            Roles.all().forEach(this::role);
            group(Groups.CAMUNDA_ADMIN, "Administrators", Groups.GROUP_TYPE_SYSTEM);
            grants.giveAdministrators();
            // The first one is what a link from a notice opens; being a candidate by role counts there too.
            List<String> seen = List.of(
                    filter(
                            "Waiting for me",
                            0,
                            tasks.createTaskQuery()
                                    .taskCandidateUserExpression("${currentUser()}")
                                    .taskUnassigned()),
                    filter("My tasks", 10, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")),
                    filter(
                            "Waiting for my roles",
                            20,
                            tasks.createTaskQuery()
                                    .taskCandidateGroupInExpression("${currentUserGroups()}")
                                    .taskUnassigned()));
            Roles.all().forEach(role -> seen.forEach(filter -> grants.giveFilter(role, filter)));
        });
    }

    /** Adds a person with that first password; an existing one keeps theirs. */
    public void hire(Person person, String password) {
        SystemScope.run(() -> {
            if (identities.createUserQuery().userId(person.actor().id()).count() == 0) {
                identities.saveUser(user(person, password));
            }
            person.groups().forEach(group -> join(person.actor(), group));
        });
    }

    /** Makes somebody an administrator of the engine; being one gives no role in a release. */
    public void administrator(Actor actor, String password) {
        hire(new Person(actor, "Administrator", "", Set.of(Groups.CAMUNDA_ADMIN)), password);
    }

    private User user(Person person, String password) {
        User user = identities.newUser(person.actor().id());
        String[] names = person.name().split(" ", 2);
        user.setFirstName(names[0]);
        user.setLastName(names.length > 1 ? names[1] : "");
        user.setEmail(person.email());
        user.setPassword(password);
        return user;
    }

    private void join(Actor actor, String group) {
        boolean member = identities
                        .createGroupQuery()
                        .groupId(group)
                        .groupMember(actor.id())
                        .count()
                > 0;
        if (!member) {
            identities.createMembership(actor.id(), group);
        }
    }

    private void role(Roles role) {
        group(role.group(), role.title(), Groups.GROUP_TYPE_WORKFLOW);
        grants.give(role);
    }

    private void group(String id, String name, String type) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
    }

    private String filter(String name, int priority, TaskQuery query) {
        Filter existing = filters.createTaskFilterQuery().filterName(name).singleResult();
        Filter filter = existing == null ? filters.newTaskFilter(name) : existing;
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "description",
                name,
                "variables",
                List.of(Map.of("name", "release", "label", "Release"))));
        return filters.saveFilter(filter).getId();
    }
}
