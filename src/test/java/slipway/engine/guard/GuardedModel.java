package slipway.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.SystemScope;
import slipway.engine.people.Organisation;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.testing.DraftRow;

/** A small model with everything that the guard watches, its people, and releases that stand at its tasks. */
final class GuardedModel {
    static final String PASSWORD = "Guarded-2026-secret";
    static final String CANDIDATE = "gcandidate";
    static final String REQUESTER = "grequester";
    static final String OUTSIDER = "goutsider";
    static final String ADMINISTRATOR = "gadministrator";
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    final TestTask start = new TestTask();
    final TestTask decide = new TestTask();
    final TestTask narrow = new TestTask();
    private final ProcessEngine engine;
    private final Duties duties;
    private final JdbcClient jdbc;

    private GuardedModel(ProcessEngine engine, Duties duties, JdbcClient jdbc) {
        this.engine = engine;
        this.duties = duties;
        this.jdbc = jdbc;
    }

    static GuardedModel deployed(ConfigurableListableBeanFactory beans) {
        if (beans.containsSingleton("guardedModel")) {
            return beans.getBean(GuardedModel.class);
        }
        var model = new GuardedModel(
                beans.getBean(ProcessEngine.class), beans.getBean(Duties.class), beans.getBean(JdbcClient.class));
        beans.registerSingleton("guardedModel", model);
        beans.registerSingleton("guardedStart", model.start);
        beans.registerSingleton("guardedDecide", model.decide);
        beans.registerSingleton("guardedNarrow", model.narrow);
        model.narrow.candidates = Set.of(CANDIDATE);
        model.hire(beans.getBean(Organisation.class));
        model.deploy();
        return model;
    }

    private void hire(Organisation organisation) {
        organisation.hire(person(CANDIDATE, "change-manager"), PASSWORD);
        organisation.hire(person(REQUESTER, "change-manager", "release-manager"), PASSWORD);
        organisation.hire(person(OUTSIDER, "test-manager"), PASSWORD);
        organisation.administrator(new Actor(ADMINISTRATOR), PASSWORD);
        SystemScope.run(() -> {
            grant("release-manager", Resources.PROCESS_DEFINITION, "Guarded");
            grant("release-manager", Resources.PROCESS_INSTANCE, "*");
            for (Resources resource : Resources.values()) {
                grant("camunda-admin", resource, "*");
            }
        });
    }

    private void grant(String group, Resources resource, String id) {
        var authorizations = engine.getAuthorizationService();
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0) {
            return;
        }
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(grant);
    }

    private static Person person(String id, String... groups) {
        return new Person(new Actor(id), id + " Person", id + "@alpenbank.example", Set.of(groups));
    }

    private void deploy() {
        SystemScope.run(() -> {
            var deployment = engine.getRepositoryService().createDeployment().name("guarded");
            for (String file : List.of("guarded.bpmn", "guarded-decide.form", "guarded-start.form")) {
                deployment.addString(file, text(file));
            }
            deployment.deploy();
        });
    }

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(GuardedModel.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    List<String> groupsOf(String person) {
        return SystemScope.call(() -> engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList());
    }

    /** A draft whose number no other test uses. */
    ReleaseNumber nextNumber() {
        return DraftRow.of(jdbc, ReleaseNumber.of(2091, SEQUENCE.incrementAndGet()));
    }

    /** A release that the requester started and that waits at all tasks of the model. */
    Standing release() {
        ReleaseNumber number = nextNumber();
        duties.performed(number, Duty.REQUESTER, new Actor(REQUESTER));
        ProcessInstance instance =
                SystemScope.call(() -> engine.getRuntimeService().startProcessInstanceByKey("Guarded", number.value()));
        return new Standing(engine, number, instance.getId());
    }
}
