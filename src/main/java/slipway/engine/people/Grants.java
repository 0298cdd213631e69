package slipway.engine.people;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import slipway.identity.Roles;

/** What each role may open and read; only groups are granted anything. Task rights come with the models' candidates. */
@Component
class Grants {
    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void give(Roles role) {
        grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(role, Resources.PROCESS_DEFINITION, "*", readable(role));
        if (role.desk() == Roles.Desk.MANAGER) {
            grant(role, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            grant(role, Resources.DECISION_DEFINITION, "*", Permissions.READ, Permissions.READ_HISTORY);
            // Cockpit shows who is waited for to those only who may see tasks whatever their process.
            grant(role, Resources.TASK, "*", Permissions.READ);
        }
    }

    /** Lets administrators open every application and see everything; what they may move is the engine guard's to say. */
    void giveAdministrators() {
        for (Resources resource : Resources.values()) {
            grant(Groups.CAMUNDA_ADMIN, resource, "*", Permissions.ALL);
        }
    }

    /** Lets the role see a stored filter of Tasklist. */
    void giveFilter(Roles role, String filterId) {
        grant(role, Resources.FILTER, filterId, Permissions.READ);
    }

    private static Permission[] readable(Roles role) {
        return role.desk() == Roles.Desk.MANAGER
                ? new Permission[] {
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_TASK
                }
                : new Permission[] {ProcessDefinitionPermissions.READ};
    }

    private void grant(Roles role, Resource resource, String id, Permission... permissions) {
        grant(role.group(), resource, id, permissions);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        Authorization authorization =
                existing == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : existing;
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        Arrays.stream(permissions).forEach(authorization::addPermission);
        authorizations.saveAuthorization(authorization);
    }
}
