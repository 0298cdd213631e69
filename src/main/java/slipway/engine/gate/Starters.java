package slipway.engine.gate;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Lets the starter groups that models name begin them in Tasklist, and nobody who is not named any more. */
@Component
class Starters {
    private final RepositoryService repository;
    private final AuthorizationService authorizations;

    Starters(RepositoryService repository, AuthorizationService authorizations) {
        this.repository = repository;
        this.authorizations = authorizations;
    }

    /** Grants what the models of that deployment say. */
    void grant(String deployment) {
        repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .list()
                .forEach(this::grant);
    }

    private void grant(ProcessDefinition definition) {
        Set<String> groups = definition.isStartableInTasklist()
                ? repository.getIdentityLinksForProcessDefinition(definition.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                : Set.of();
        authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(definition.getKey())
                .list()
                .stream()
                .filter(old -> old.getGroupId() != null && !groups.contains(old.getGroupId()))
                .forEach(old -> authorizations.deleteAuthorization(old.getId()));
        for (String group : groups) {
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    definition.getKey(),
                    Permissions.READ,
                    Permissions.CREATE_INSTANCE);
            grant(group, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
        }
    }

    private void grant(String group, Resources resource, String id, Permission... permissions) {
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
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }
}
