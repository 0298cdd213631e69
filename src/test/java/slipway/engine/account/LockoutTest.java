package slipway.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.SystemScope;
import slipway.engine.people.Organisation;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;
import slipway.testing.Visitor;

/** Through the real doors: strangers slow themselves down and lock out nobody. */
@ProcessTest
class LockoutTest {
    private static final String PASSWORD = "Open-Sesame-2021";
    private static final int MANY = 31;

    /** Each test has networks of its own, since all share one application. */
    private static int network;

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    IdentityService identities;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void hire() {
        network++;
        List.of("lena", "lars")
                .forEach(user ->
                        organisation.hire(new Person(new Actor(user), user, "", Set.of("release-manager")), PASSWORD));
        SystemScope.run(() -> {
            User admin = identities.createUserQuery().userId("admin").singleResult();
            admin.setPassword(PASSWORD);
            identities.saveUser(admin);
        });
    }

    @AfterEach
    void clear() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lena", "admin"})
    void a_stranger_waits_and_who_logged_in_before_does_not(String user) {
        assertThat(logsIn(user, address(1))).isTrue();
        IntStream.range(0, 6)
                .forEach(each -> assertThat(guesses(user, address(2))).isFalse());

        assertThat(logsIn(user, address(2))).as("the right one by guessing").isFalse();
        assertThat(logsIn(user, address(1))).as("from where they always come").isTrue();
        assertThat(events()).containsOnlyOnce("GuessesSlowedDown " + user + " " + address(2));

        later(Duration.ofSeconds(3));
        assertThat(logsIn(user, address(2))).as("a traveller who waited").isTrue();
    }

    @Test
    void programs_are_slowed_down_by_the_same_count() {
        IntStream.range(0, 6)
                .forEach(each -> assertThat(guesses("lena", address(2))).isFalse());

        assertThat(program("lena", address(2))).isEqualTo(401);
        later(Duration.ofSeconds(3));
        assertThat(program("lena", address(2))).isEqualTo(200);
    }

    @Test
    void who_does_not_exist_is_slowed_down_alike_and_not_named() {
        IntStream.range(0, 6)
                .forEach(each ->
                        assertThat(guesses("my-password-here", address(2))).isFalse());

        assertThat(events())
                .containsOnlyOnce("GuessesSlowedDown  " + address(2))
                .noneMatch(said -> said.contains("my-password-here"));
    }

    @Test
    void who_tries_one_password_for_everybody_waits() {
        assertThat(logsIn("lars", address(2))).isTrue();
        IntStream.range(0, MANY)
                .forEach(each ->
                        assertThat(guesses("somebody" + each, address(2))).isFalse());

        assertThat(logsIn("lena", address(2))).isFalse();
        assertThat(logsIn("lars", address(2))).as("who works there").isTrue();
        assertThat(events()).containsOnlyOnce("AddressSlowedDown " + address(2));
    }

    @Test
    void one_account_tried_from_everywhere_stays_open_where_it_is_known() {
        assertThat(logsIn("lars", address(1))).isTrue();
        IntStream.range(0, MANY)
                .forEach(each -> assertThat(guesses("lars", address(2 + each))).isFalse());

        assertThat(logsIn("lars", address(200))).isFalse();
        assertThat(logsIn("lars", address(1))).isTrue();
        assertThat(events()).containsOnlyOnce("AccountSlowedDown lars");
    }

    @Test
    void a_password_is_hashed_as_often_for_who_does_not_exist() {
        PasswordManager own = engine.getPasswordManager();
        Counting counting = new Counting(own);
        engine.setPasswordManager(counting);
        try {
            for (String user : List.of("lena", "nobody-at-all")) {
                guesses(user, address(1));
                assertThat(counting.checks.getAndSet(0))
                        .as("in Tasklist as " + user)
                        .isEqualTo(1);
                Visitor.from(address(1), port, user, "guess").get("/engine-rest/task/count");
                assertThat(counting.checks.getAndSet(0))
                        .as("by a program as " + user)
                        .isEqualTo(1);
            }
        } finally {
            engine.setPasswordManager(own);
        }
    }

    /** Counts how often a password is hashed to be compared. */
    private static final class Counting extends PasswordManager {
        private final PasswordManager own;
        private final AtomicInteger checks = new AtomicInteger();

        Counting(PasswordManager own) {
            super(new Sha512HashDigest(), List.of());
            this.own = own;
        }

        @Override
        public String encrypt(String password) {
            return own.encrypt(password);
        }

        @Override
        public boolean check(String password, String encrypted) {
            checks.incrementAndGet();
            return own.check(password, encrypted);
        }
    }

    private static String address(int host) {
        return "127.0." + network + "." + host;
    }

    private boolean guesses(String user, String from) {
        return Visitor.from(from, port).logIn(user, "guess").statusCode() == 200;
    }

    private boolean logsIn(String user, String from) {
        return Visitor.from(from, port).logIn(user, PASSWORD).statusCode() == 200;
    }

    private int program(String user, String from) {
        return Visitor.from(from, port, user, PASSWORD)
                .get("/engine-rest/task/count")
                .statusCode();
    }

    private static void later(Duration wait) {
        ClockUtil.offset(wait.toMillis());
    }

    private List<String> events() {
        return jdbc.sql("""
                        select concat_ws(' ', type, body ->> 'account', body ->> 'address') from slipway.event
                        where type in ('GuessesSlowedDown', 'AddressSlowedDown', 'AccountSlowedDown')
                        """).query(String.class).list();
    }
}
