package slipway.scenario;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import slipway.engine.UserTask;
import slipway.engine.Work;
import slipway.engine.WorkOrder;

/**
 * Stands before every bean that the models call. Notes which routing variables each call left; told to hollow one out,
 * it drops that bean's facade call and forges the variables that an honest run had.
 */
@Component
class Hollowing implements BeanPostProcessor {
    private static final Set<Class<?>> EDGES = Set.of(JavaDelegate.class, UserTask.class, Work.class);

    /** More calls of one bean than any scenario makes. */
    private static final int IN_CIRCLES = 20;

    /** By scenario and bean: what each call left. */
    private final Map<String, Map<String, List<Map<String, Object>>>> notes = new TreeMap<>();
    /** What only reads or checks is forged with facts that are not so. */
    private static final Map<String, Map<String, Object>> UNTRUE = Map.of(
            "beginAcceptance", Map.of("partCount", 0),
            "collectSites", Map.of("siteCount", 5000),
            "keepHigherType", Map.of("releaseType", "UNHEARD_OF"),
            "readVerdicts", Map.of("partsPassed", false),
            "selectPart", Map.of("partReady", true),
            "selectPartToTest", Map.of("partTested", true),
            "selectWave", Map.of("nextStep", "FINISH"));

    private final Map<String, Integer> calls = new HashMap<>();
    private String scenario = "";
    private @Nullable String hollow;

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
        if (edges.length == 0 || !bean.getClass().getPackageName().matches("slipway\\.\\w+\\.process")) {
            return bean;
        }
        return Proxy.newProxyInstance(
                bean.getClass().getClassLoader(),
                edges,
                (proxy, method, arguments) -> call(bean, name, method, arguments));
    }

    private @Nullable Object call(Object bean, String name, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean touches = Stream.of("execute", "complete", "run").anyMatch(method.getName()::equals);
        if (!touches || arguments == null) {
            return invoke(bean, method, arguments);
        }
        return name.equals(hollow) ? forge(name, arguments[0]) : note(bean, name, method, arguments);
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
        if (arguments[0] instanceof DelegateExecution execution) {
            Map<String, Object> before = new HashMap<>(execution.getVariables());
            invoke(bean, method, arguments);
            Map<String, Object> left = new HashMap<>(execution.getVariables());
            left.entrySet().removeIf(entry -> Objects.equals(before.get(entry.getKey()), entry.getValue()));
            remember(name, left);
            return null;
        }
        Object outcome = invoke(bean, method, arguments);
        return switch (outcome) {
            case UserTask.Recorded recorded -> {
                remember(name, recorded.routing());
                yield recorded;
            }
            case Work.Finish finish ->
                (Work.Finish) () -> {
                    Map<String, Object> routing = finish.record();
                    remember(name, routing);
                    return routing;
                };
            case null, default -> outcome;
        };
    }

    private void remember(String name, Map<String, Object> routing) {
        if (hollow == null) {
            notes.computeIfAbsent(scenario, ignored -> new TreeMap<>())
                    .computeIfAbsent(name, ignored -> new ArrayList<>())
                    .add(routing);
        }
    }

    private static @Nullable Object invoke(Object bean, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
