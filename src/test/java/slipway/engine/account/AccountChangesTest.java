package slipway.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.SystemScope;
import slipway.engine.people.Organisation;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.Visitor;

/** Whatever becomes of accounts and groups is on record, with who did it. */
@ProcessTest
class AccountChangesTest {
    private static final String PASSWORD = "Open-Sesame-2021";

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_an_administrator_changes_is_on_record_as_theirs() {
        organisation.administrator(new Actor("arno"), PASSWORD);
        organisation.hire(person("petra", "petra@bank.example"), PASSWORD);
        Visitor arno = Visitor.program(port, "arno", PASSWORD);

        ok(arno.put(
                "/engine-rest/user/petra/profile",
                "{\"id\":\"petra\",\"firstName\":\"Petra\",\"lastName\":\"Pohl\",\"email\":\"p2@bank.example\"}"));
        ok(arno.put(
                "/engine-rest/user/petra/credentials",
                "{\"password\":\"Open-Sesame-2022\",\"authenticatedUserPassword\":\"" + PASSWORD + "\"}"));
        ok(arno.put("/engine-rest/group/test-manager/members/petra", "{}"));
        ok(arno.send(
                arno.request("/engine-rest/group/release-manager/members/petra").DELETE()));
        ok(arno.send(arno.request("/engine-rest/user/petra").DELETE()));

        assertThat(told("petra"))
                .containsExactly(
                        "Slipway: AccountCreated {\"mail\": \"petra@bank.example\", \"account\": \"petra\"}",
                        "Slipway: GroupJoined {\"group\": \"release-manager\", \"account\": \"petra\"}",
                        "arno: MailChanged {\"after\": \"p2@bank.example\", \"before\": \"petra@bank.example\", \"account\": \"petra\"}",
                        "arno: PasswordChanged {\"account\": \"petra\"}",
                        "arno: GroupJoined {\"group\": \"test-manager\", \"account\": \"petra\"}",
                        "arno: GroupLeft {\"group\": \"release-manager\", \"account\": \"petra\"}",
                        "arno: GroupLeft {\"group\": \"test-manager\", \"account\": \"petra\"}",
                        "arno: AccountDeleted {\"account\": \"petra\"}");
    }

    @Test
    void what_changes_nothing_is_not_told() {
        organisation.hire(person("paul", ""), PASSWORD);
        int before = told("paul").size();

        SystemScope.run(() -> {
            User same = identities.createUserQuery().userId("paul").singleResult();
            same.setFirstName("Paulus");
            identities.saveUser(same);
            identities.deleteMembership("paul", "auditor");
            identities.deleteUser("nobody-of-that-name");
        });

        assertThat(told("paul")).hasSize(before);
        assertThat(told("nobody-of-that-name")).isEmpty();
    }

    @Test
    void who_loses_a_group_with_it_is_told() {
        organisation.hire(person("pia", ""), PASSWORD);
        SystemScope.run(() -> {
            identities.saveGroup(identities.newGroup("choir"));
            identities.createMembership("pia", "choir");
            identities.deleteGroup("choir");
        });

        assertThat(told("pia"))
                .last()
                .asString()
                .startsWith("Slipway: GroupLeft")
                .contains("choir");
    }

    private static Person person(String id, String mail) {
        return new Person(new Actor(id), id, mail, Set.of("release-manager"));
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private List<String> told(String account) {
        return jdbc.sql("""
                        select coalesce(actor, 'Slipway') || ': ' || type || ' ' || body from slipway.event
                        where subject = ? order by seq
                        """).param(account).query(String.class).list();
    }
}
