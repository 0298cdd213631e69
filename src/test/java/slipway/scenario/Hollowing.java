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

    private final Map<String, List<Map<String, Object>>> honest = new TreeMap<>();
    /** What only reads or checks is forged with facts that are not so. */
    private static final Map<String, Map<String, Object>> UNTRUE = Map.of(
            "collectSites", Map.of("siteCount", 5000),
            "selectWave", Map.of("moreWaves", false),
            "finishBackOut", Map.of("rolloutResult", "NOT_CLEARED"));

    private final Map<String, Integer> calls = new HashMap<>();
    private @Nullable String hollow;

    /** From now on this bean does nothing but forge; null = all are honest and their variables are noted anew. */
    void hollowOut(@Nullable String bean) {
        hollow = bean;
        calls.clear();
        if (bean == null) {
            honest.clear();
        }
    }

    /** The beans that the last honest run called. */
    Set<String> called() {
        return Set.copyOf(honest.keySet());
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
        List<Map<String, Object>> known = Objects.requireNonNull(honest.get(name), name);
        int call = calls.merge(name, 1, Integer::sum) - 1;
        Map<String, Object> forged = UNTRUE.getOrDefault(name, known.get(Math.min(call, known.size() - 1)));
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
            honest.computeIfAbsent(name, ignored -> new ArrayList<>()).add(routing);
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
