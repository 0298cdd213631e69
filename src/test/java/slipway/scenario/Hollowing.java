package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import slipway.engine.Declared;
import slipway.engine.Step;
import slipway.engine.ToldMessages;
import slipway.engine.UserTask;
import slipway.engine.Work;
import slipway.engine.WorkOrder;
import slipway.shared.Actor;
import slipway.shared.Result;
import slipway.site.Lease;
import slipway.site.Order;
import slipway.site.OrderHandler;
import slipway.site.Teller;
import slipway.site.port.Inventory;

/**
 * Stands before every bean that the models call, that does orders at sites, or tells what orders came to. Notes which
 * routing variables each call left; told to hollow one out, it drops that bean's facade call and forges the variables
 * that an honest run had, or the record of an order that nobody did, or tells nothing.
 */
@Component
class Hollowing implements BeanPostProcessor {
    private static final Set<Class<?>> EDGES =
            Set.of(Step.class, UserTask.class, Work.class, OrderHandler.class, Teller.class, ToldMessages.class);

    private static final Actor NOBODY = new Actor("nobody");

    /** More calls of one bean than any scenario makes. */
    private static final int IN_CIRCLES = 20;

    /** By scenario and bean: what each call left. */
    private final Map<String, Map<String, List<Map<String, Object>>>> notes = new TreeMap<>();
    /** What only reads or checks is forged with facts that are not so. */
    private static final Map<String, Map<String, Object>> UNTRUE = Map.of(
            "beginAcceptance", Map.of("partCount", 0),
            "collectSites", Map.of("siteCount", 5000),
            "findPhase", Map.of("phase", "REVIEW"),
            "keepHigherType", Map.of("releaseType", "UNHEARD_OF"),
            "readVerdicts", Map.of("partsPassed", false),
            "selectPart", Map.of("partReady", true),
            "selectPartToTest", Map.of("partTested", true),
            "selectWave", Map.of("nextStep", "FINISH"));

    private final KeptPromises promises;
    private final Set<String> wrapped = new TreeSet<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private String scenario = "";
    private @Nullable String hollow;

    Hollowing(KeptPromises promises) {
        this.promises = promises;
    }

    void forget() {
        notes.clear();
    }

    /** All beans are honest from now on, and what they leave is noted anew for this scenario. */
    void honest(String running) {
        notes.remove(running);
        scenario = running;
        hollow = null;
    }

    /** From now on this bean does nothing but forge what it left in an honest run of the scenario. */
    void hollowOut(String bean, String running) {
        calls.clear();
        scenario = running;
        hollow = bean;
    }

    /** Every bean before which it stands. */
    Set<String> wrapped() {
        return Set.copyOf(wrapped);
    }

    /** The beans that any noted scenario called. */
    Set<String> called() {
        return notes.values().stream().flatMap(beans -> beans.keySet().stream()).collect(Collectors.toSet());
    }

    Set<String> callersOf(String bean) {
        return notes.entrySet().stream()
                .filter(noted -> noted.getValue().containsKey(bean))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** How often the hollow bean was called since. */
    int forgeries() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        Class<?>[] edges = EDGES.stream().filter(edge -> edge.isInstance(bean)).toArray(Class<?>[]::new);
        if (edges.length == 0 || !bean.getClass().getPackageName().matches("slipway\\.\\w+(\\.process)?")) {
            return bean;
        }
        wrapped.add(name);
        return Proxy.newProxyInstance(
                bean.getClass().getClassLoader(),
                edges,
                (proxy, method, arguments) -> call(bean, name, method, arguments == null ? new Object[0] : arguments));
    }

    private @Nullable Object call(Object bean, String name, Method method, Object[] arguments) throws Throwable {
        boolean hollowed = name.equals(hollow);
        return switch (method.getName()) {
            case "execute", "complete", "run" ->
                hollowed ? forge(name, arguments[0]) : note(bean, name, method, arguments);
            case "perform" -> hollowed ? pretend(bean, name, arguments) : noteOrder(bean, name, method, arguments);
            case "tellNext" -> hollowed ? keepSilent(name) : noteTelling(bean, name, method);
            default -> invoke(bean, method, arguments);
        };
    }

    /** An order counts as done, by what somebody says who never was at the site; who only looks saw nothing there. */
    private @Nullable Object pretend(Object bean, String name, Object[] arguments) {
        calls.merge(name, 1, Integer::sum);
        OrderHandler handler = (OrderHandler) bean;
        Order order = (Order) arguments[0];
        OrderHandler.Instruction todo = handler.instruction(order);
        Inventory.Sighting said = todo.revision().isPresent()
                ? new Inventory.Seen("as ordered", todo.files(), List.of())
                : new Inventory.NothingInstalled();
        assertThat(handler.byHand(order, (Lease) arguments[1], NOBODY, said, ""))
                .isEqualTo(Result.done());
        return null;
    }

    private @Nullable Object noteOrder(Object bean, String name, Method method, Object[] arguments) throws Throwable {
        invoke(bean, method, arguments);
        remember(name, Map.of());
        return null;
    }

    private Object keepSilent(String name) {
        calls.merge(name, 1, Integer::sum);
        return false;
    }

    private @Nullable Object noteTelling(Object bean, String name, Method method) throws Throwable {
        Object told = invoke(bean, method);
        if (Boolean.TRUE.equals(told)) {
            remember(name, Map.of());
        }
        return told;
    }

    private @Nullable Object forge(String name, Object subject) {
        List<Map<String, Object>> known =
                Objects.requireNonNull(notes.getOrDefault(scenario, Map.of()).get(name), name);
        int call = calls.merge(name, 1, Integer::sum) - 1;
        if (call >= IN_CIRCLES) {
            throw new IllegalStateException("the process runs in circles without " + name);
        }
        Map<String, Object> forged = new HashMap<>(known.get(Math.min(call, known.size() - 1)));
        forged.putAll(UNTRUE.getOrDefault(name, Map.of()));
        return switch (subject) {
            case DelegateExecution execution -> {
                execution.setVariables(forged);
                yield null;
            }
            case WorkOrder order -> (Work.Finish) () -> forged;
            default -> new UserTask.Recorded(forged);
        };
    }

    private @Nullable Object note(Object bean, String name, Method method, Object[] arguments) throws Throwable {
        KeptPromises.Call call = promises.begin(name, (Declared) bean, arguments[0]);
        if (arguments[0] instanceof DelegateExecution execution) {
            Map<String, Object> before = new HashMap<>(execution.getVariables());
            try {
                invoke(bean, method, arguments);
            } catch (BpmnError e) {
                kept(() -> promises.threw(call, e.getErrorCode()));
                throw e;
            }
            Map<String, Object> left = new HashMap<>(execution.getVariables());
            left.entrySet().removeIf(entry -> Objects.equals(before.get(entry.getKey()), entry.getValue()));
            kept(() -> promises.left(call, left));
            remember(name, left);
            return null;
        }
        Object outcome = invoke(bean, method, arguments);
        return switch (outcome) {
            case UserTask.Recorded recorded -> {
                kept(() -> promises.left(call, recorded.routing()));
                remember(name, recorded.routing());
                yield recorded;
            }
            case Work.Finish finish -> recorded(finish, name, (Declared) bean, arguments[0]);
            case null, default -> outcome;
        };
    }

    private Work.Finish recorded(Work.Finish finish, String name, Declared bean, Object order) {
        return new Work.Finish() {
            @Override
            public Map<String, Object> record() {
                KeptPromises.Call recording = promises.begin(name, bean, order);
                Map<String, Object> routing = finish.record();
                finish.error()
                        .ifPresentOrElse(
                                error -> kept(() -> promises.threw(recording, error)),
                                () -> kept(() -> promises.left(recording, routing)));
                remember(name, routing);
                return routing;
            }

            @Override
            public Optional<String> error() {
                return finish.error();
            }
        };
    }

    /** While one is hollow, the others meet what they never promised anything about. */
    private void kept(Runnable check) {
        if (hollow == null) {
            check.run();
        }
    }

    private void remember(String name, Map<String, Object> routing) {
        if (hollow == null) {
            notes.computeIfAbsent(scenario, ignored -> new TreeMap<>())
                    .computeIfAbsent(name, ignored -> new ArrayList<>())
                    .add(routing);
        }
    }

    private static @Nullable Object invoke(Object bean, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
