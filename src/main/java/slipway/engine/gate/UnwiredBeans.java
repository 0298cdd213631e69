package slipway.engine.gate;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.BeanDefinitionDefaults;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The beans of the application as models see them: each can say what it promises, and none can do anything, since what it
 * would work with is looked for only when it is used. Needs neither database nor engine.
 */
final class UnwiredBeans {
    private static final String APPLICATION = "slipway";
    private static final String HOME = home();

    private UnwiredBeans() {}

    static GenericApplicationContext context() {
        DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
        factory.setAutowireCandidateResolver(new LaterResolver());
        GenericApplicationContext context = new GenericApplicationContext(factory);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        scanner.addExcludeFilter((type, all) -> !isOurs(type.getResource()));
        scanner.setBeanDefinitionDefaults(lazy(scanner));
        scanner.scan(APPLICATION);
        new AnnotatedBeanDefinitionReader(context);
        // Nothing is started: no worker, no listener.
        factory.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NothingStarts());
        context.refresh();
        return context;
    }

    /** Of the application's own code: others may have packages of the same name. */
    private static boolean isOurs(Resource type) throws IOException {
        return type.getURL().toString().startsWith(HOME);
    }

    private static String home() {
        String own = UnwiredBeans.class.getName().replace('.', '/') + ".class";
        String place = Objects.requireNonNull(
                        UnwiredBeans.class.getClassLoader().getResource(own))
                .toString();
        return place.substring(0, place.length() - own.length());
    }

    private static BeanDefinitionDefaults lazy(ClassPathBeanDefinitionScanner scanner) {
        BeanDefinitionDefaults defaults = scanner.getBeanDefinitionDefaults();
        defaults.setLazyInit(true);
        return defaults;
    }

    private static final class NothingStarts implements LifecycleProcessor {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    /** What a bean is given stands in for what it needs, and finds it when asked. */
    private static final class LaterResolver extends ContextAnnotationAutowireCandidateResolver {
        @Override
        protected boolean isLazy(DependencyDescriptor descriptor) {
            Class<?> type = descriptor.getDependencyType();
            return super.isLazy(descriptor)
                    || !type.equals(ObjectProvider.class) && !Modifier.isFinal(type.getModifiers());
        }
    }
}
