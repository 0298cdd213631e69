package slipway.scenario;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import slipway.approval.BindingSource;
import slipway.approval.GoCondition;
import slipway.event.EventReader;
import slipway.release.ClosingCondition;
import slipway.release.GoLiveCondition;
import slipway.release.MoveCondition;
import slipway.release.OutcomeSource;
import slipway.release.Reserving;
import slipway.release.SubmissionCondition;

/**
 * Stands before every bean that guards for others; one that is taken out at a place objects to nothing and says nothing
 * when it is asked there, and guards on at every other place.
 */
@Component
class TakingOut implements BeanPostProcessor {
    private static final Set<Class<?>> GUARDS = Set.of(
            SubmissionCondition.class,
            MoveCondition.class,
            GoLiveCondition.class,
            ClosingCondition.class,
            GoCondition.class,
            Reserving.class,
            BindingSource.class,
            OutcomeSource.class,
            EventReader.class);

    /** Where events are handed to readers: one loop for all of them, so a reader is taken out as a whole. */
    static final String LOG = "the log";

    private final Map<String, Set<Class<?>>> guards = new TreeMap<>();
    private volatile String out = "";
    private volatile String place = "";

    /** Every guarding bean at every place that asks beans of its kind: {@code <place> <bean>}. */
    Set<String> guards() {
        Set<String> all = new TreeSet<>();
        GuardPlaces.of(GUARDS)
                .forEach((asked, kinds) -> guards.forEach((bean, its) -> {
                    if (!Collections.disjoint(kinds, its)) {
                        all.add(asked + " " + bean);
                    }
                }));
        guards.forEach((bean, its) -> {
            if (its.contains(EventReader.class)) {
                all.add(LOG + " " + bean);
            }
        });
        return all;
    }

    void takeOut(String at, String bean) {
        place = at;
        out = bean;
    }

    void putBack() {
        out = "";
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        Set<Class<?>> kinds =
                GUARDS.stream().filter(guard -> guard.isInstance(bean)).collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            return bean;
        }
        guards.put(name, kinds);
        MethodInterceptor advice =
                call -> name.equals(out) && guards(call.getMethod()) && askedThere() ? silence(call) : call.proceed();
        if (bean instanceof Advised advised) {
            advised.addAdvice(0, advice);
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(advice);
        return proxy.getProxy();
    }

    private boolean askedThere() {
        return place.equals(LOG)
                || StackWalker.getInstance()
                        .walk(frames -> frames.map(TakingOut::place).anyMatch(place::equals));
    }

    private static String place(StackFrame frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "."
                + frame.getMethodName().replaceFirst("lambda\\$(\\w+)\\$\\d+", "$1");
    }

    private static boolean guards(Method called) {
        return !called.getReturnType().equals(String.class)
                && GUARDS.stream()
                        .flatMap(guard -> Arrays.stream(guard.getDeclaredMethods()))
                        .anyMatch(method -> method.getName().equals(called.getName())
                                && Arrays.equals(method.getParameterTypes(), called.getParameterTypes()));
    }

    private static @Nullable Object silence(MethodInvocation call) throws Throwable {
        Class<?> said = call.getMethod().getReturnType();
        if (said.equals(Optional.class)) {
            return Optional.empty();
        }
        if (said.equals(Map.class)) {
            return Map.of();
        }
        if (said.equals(Set.class)) {
            return Set.of();
        }
        return said.equals(void.class) ? null : call.proceed();
    }
}
