package slipway.engine.gate;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Step;
import slipway.engine.UserTask;
import slipway.engine.Work;

/** The beans that models may name. */
@Component
class Beans {
    private final ListableBeanFactory factory;

    Beans(ListableBeanFactory factory) {
        this.factory = factory;
    }

    boolean has(String name, Class<?>... anyOf) {
        if (!factory.containsBean(name)) {
            return false;
        }
        Class<?> type = factory.getType(name);
        return type != null && Arrays.stream(anyOf).anyMatch(wanted -> wanted.isAssignableFrom(type));
    }

    /** What stands behind a task of a person. */
    Optional<UserTask> task(String name) {
        return has(name, UserTask.class) ? Optional.of(factory.getBean(name, UserTask.class)) : Optional.empty();
    }

    /** Whether what is done cannot be taken back by the transaction that it is done in. */
    boolean touchesWorld(String name) {
        return has(name, Step.class)
                && factory.getBean(name, Step.class).contract(Block.NONE).touchesWorld();
    }

    Set<String> topics() {
        return factory.getBeansOfType(Work.class).values().stream()
                .map(Work::topic)
                .collect(Collectors.toSet());
    }
}
