package slipway.engine.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Declared;
import slipway.engine.ToldMessages;
import slipway.engine.Work;

/** What stands behind models: the promises of beans, of work by its topic, and of messages. */
@Component
class Behind {
    private final ListableBeanFactory factory;

    Behind(ListableBeanFactory factory) {
        this.factory = factory;
    }

    Optional<Contract> bean(String name, Block block) {
        return factory.containsBean(name) && factory.getBean(name) instanceof Declared declared
                ? Optional.of(declared.contract(block))
                : Optional.empty();
    }

    Optional<Contract> topic(String topic, Block block) {
        return factory.getBeansOfType(Work.class).values().stream()
                .filter(work -> work.topic().equals(topic))
                .map(work -> work.contract(block))
                .findFirst();
    }

    Map<String, Contract> messages() {
        Map<String, Contract> all = new HashMap<>();
        factory.getBeansOfType(ToldMessages.class).values().forEach(each -> all.putAll(each.messages()));
        return all;
    }
}
