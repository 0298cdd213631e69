package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slipway.engine.guard.GuardedModel.ADMINISTRATOR;
import static slipway.engine.guard.GuardedModel.CANDIDATE;
import static slipway.engine.guard.GuardedModel.OUTSIDER;
import static slipway.engine.guard.GuardedModel.REQUESTER;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.engine.SystemScope;
import slipway.engine.UserTask.Recorded;
import slipway.engine.UserTask.Refused;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.shared.Actor;
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
