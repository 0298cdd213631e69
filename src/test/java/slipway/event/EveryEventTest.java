package slipway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;
import slipway.approval.Aspect;
import slipway.approval.Bound;
import slipway.approval.Gate;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Every event of every capability can be logged, read back, and said in words. */
class EveryEventTest {
    private static final UnitId UNIT = new UnitId("check");
    private static final ReleaseNumber RELEASE = new ReleaseNumber("REL-2026-0007");
    private static final UnitRevision REVISION = new UnitRevision(UNIT, "1.1.0", Digest.of("1.1.0"));
    private static final Map<Type, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, "a \"text\""),
            Map.entry(int.class, 3),
            Map.entry(Integer.class, 3),
            Map.entry(long.class, 4L),
            Map.entry(boolean.class, true),
            Map.entry(Instant.class, Instant.parse("2026-11-25T10:15:30Z")),
            Map.entry(Duration.class, Duration.ofMinutes(90)),
            Map.entry(ReleaseNumber.class, RELEASE),
            Map.entry(RfcNumber.class, new RfcNumber("RFC-1001")),
            Map.entry(UnitId.class, UNIT),
            Map.entry(SiteId.class, new SiteId("zurich")),
            Map.entry(Actor.class, new Actor("rita")),
            Map.entry(Digest.class, Digest.of("x")),
            Map.entry(PartId.class, new PartId(RELEASE, UNIT)),
            Map.entry(UnitRevision.class, REVISION),
            Map.entry(Content.class, new Content.Known(REVISION)),
            Map.entry(Gate.class, Gate.GO_LIVE),
            Map.entry(Bound.class, Bound.of(Aspect.REVISION, UNIT)));

    @Test
    void each_family_is_registered() {
        assertThat(families())
                .<Object>extracting(EventFamily::sealed)
                .hasSameElementsAs(events(type -> type.isInterface() && type.getEnclosingClass() == null));
    }

    @Test
    void each_event_is_of_a_family() {
        assertThat(new EventTypes(families()).all()).hasSameElementsAs(events(Class::isRecord));
    }

    @TestFactory
    Stream<DynamicTest> it_comes_back_equal_and_has_words() {
        EventTypes types = new EventTypes(families());
        return types.all().stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    for (boolean full : List.of(true, false)) {
                        Event event = sample(type, full);

                        assertThat(types.event(type.getSimpleName(), types.body(event)))
                                .isEqualTo(event);
                        assertThat(event.words())
                                .matches("(?s)\\S.*[.!?:]?")
                                .doesNotContain("Optional", "Record[", "[");
                        assertThat(event.subject()).doesNotContain("[");
                    }
                }));
    }

    private static List<EventFamily> families() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(product(new AnnotationTypeFilter(Configuration.class))
                    .filter(type -> type.getSimpleName().endsWith("Events"))
                    .toArray(Class<?>[]::new));
            context.refresh();
            return List.copyOf(context.getBeansOfType(EventFamily.class).values());
        }
    }

    private static Set<Class<? extends Event>> events(Predicate<Class<?>> which) {
        return product(new AssignableTypeFilter(Event.class))
                .filter(type -> type != Event.class)
                .filter(which)
                .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                .collect(Collectors.toSet());
    }

    private static Stream<Class<?>> product(TypeFilter filter) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scan.addIncludeFilter(filter);
        return scan.findCandidateComponents("slipway").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(name -> name != null && !name.contains("Test"))
                .map(name -> ClassUtils.resolveClassName(name, EveryEventTest.class.getClassLoader()));
    }

    private static <T> T sample(Class<T> type, boolean full) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<T> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(Arrays.stream(components)
                .map(component -> value(component.getGenericType(), full))
                .toArray());
    }

    private static Object value(Type type, boolean full) {
        if (type instanceof ParameterizedType many) {
            Type of = many.getActualTypeArguments()[0];
            return switch (((Class<?>) many.getRawType()).getSimpleName()) {
                case "List" -> full ? List.of(value(of, true)) : List.of();
                case "Set" -> full ? Set.of(value(of, true)) : Set.of();
                case "Map" -> full ? Map.of(value(of, true), value(of, true)) : Map.of();
                case "Optional" -> full ? Optional.of(value(of, true)) : Optional.empty();
                default -> throw new IllegalArgumentException("no event holds a " + type);
            };
        }
        if (type instanceof Class<?> choice && choice.isEnum()) {
            return choice.getEnumConstants()[0];
        }
        if (type instanceof Class<?> part && part.isRecord() && !SAMPLES.containsKey(part)) {
            return part(part);
        }
        return Optional.ofNullable(SAMPLES.get(type))
                .orElseThrow(() -> new IllegalArgumentException("no event holds a " + type));
    }

    /** A record that is a part of an event. */
    private static Object part(Class<?> type) {
        try {
            return sample(type, true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
