package slipway.scenario;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import slipway.release.OutcomeSource;
import slipway.release.Reserving;

/** Stands before every bean that guards for others; one that is taken out objects to nothing and says nothing. */
@Component
class TakingOut implements BeanPostProcessor {
    private static final Set<Class<?>> GUARDS = Set.of(
            GoLiveCondition.class,
            ClosingCondition.class,
            GoCondition.class,
            Reserving.class,
            BindingSource.class,
            OutcomeSource.class,
            EventReader.class);

    private final Set<String> guards = new TreeSet<>();
    private volatile String out = "";

    /** The names of all guarding beans. */
    Set<String> guards() {
        return guards;
    }

    void takeOut(String bean) {
        out = bean;
    }

    void putBack() {
        out = "";
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (GUARDS.stream().noneMatch(guard -> guard.isInstance(bean))) {
            return bean;
        }
        guards.add(name);
        MethodInterceptor advice =
                call -> name.equals(out) && guards(call.getMethod()) ? silence(call) : call.proceed();
        if (bean instanceof Advised advised) {
            advised.addAdvice(0, advice);
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(advice);
        return proxy.getProxy();
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
        return said.equals(void.class) ? null : call.proceed();
    }
}
