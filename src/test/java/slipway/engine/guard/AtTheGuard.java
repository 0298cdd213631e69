package slipway.engine.guard;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.UserTask.Recorded;
import slipway.identity.Duties;
import slipway.shared.Refusal;
import slipway.testing.ProcessTest;

/** The product with the small model deployed, and somebody to act. */
@ProcessTest
abstract class AtTheGuard {
    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Duties duties;

    @Autowired
    JdbcClient jdbc;

    GuardedModel model;

    @BeforeEach
    void deploy() {
        model = GuardedModel.deployed(beans);
        model.decide.taken.clear();
        model.decide.answer = Recorded.with("goNoGo", "GO");
    }

    @AfterEach
    void leave() {
        engine.getIdentityService().clearAuthentication();
    }

    void as(String person) {
        engine.getIdentityService().setAuthentication(person, model.groupsOf(person));
    }

    static Refusal refusal(ThrowingCallable action) {
        try {
            action.call();
        } catch (CommandRefused refused) {
            return refused.refusal();
        } catch (FormRefused refused) {
            return refused.refusal();
        } catch (Throwable other) {
            throw new AssertionError("not a refusal", other);
        }
        throw new AssertionError("not refused");
    }
}
