package slipway.engine.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.engine.TerminalFailure;
import slipway.engine.Work;
import slipway.engine.WorkOrder;

/** Work and delegates of the tiny models; found by the scan, so that all tests keep sharing one context. */
@Configuration(proxyBeanMethods = false)
class TinyWork {
    static final String TOPIC = "tiny";

    /** What the work gives under this name is thrown as an error. */
    static final String THROWING = "throwing";

    static final class Tiny implements Work {
        final List<WorkOrder> orders = new ArrayList<>();
        Callable<Map<String, Object>> run = Map::of;
        Callable<Map<String, Object>> record = Map::of;

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public Finish run(WorkOrder order) throws Exception {
            orders.add(order);
            Map<String, Object> done = run.call();
            if (done.containsKey(THROWING)) {
                return Finish.throwing(String.valueOf(done.get(THROWING)), () -> recorded(record));
            }
            return () -> {
                recorded(record);
                return done;
            };
        }

        private static void recorded(Callable<?> record) {
            try {
                record.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Bean
    Tiny tiny() {
        return new Tiny();
    }

    @Bean
    JavaDelegate failsForGood() {
        return execution -> {
            throw new TerminalFailure("401 from the build server");
        };
    }

    @Bean
    JavaDelegate failsForNow() {
        return execution -> {
            throw new IllegalStateException("connection refused");
        };
    }

    @Bean
    JavaDelegate throwsNobodysError() {
        return execution -> {
            throw new BpmnError("Nobody", "nobody catches this");
        };
    }
}
