package slipway.scenario;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import slipway.event.EventReader;
import slipway.release.ChapterSource;

/** Every method of the product that asks guards, found in its code; chapters only show what guards say. */
final class GuardPlaces {
    private GuardPlaces() {}

    /** By place, as {@code <class>.<method>}: the kinds of guards that are asked there. */
    static Map<String, Set<Class<?>>> of(Set<Class<?>> guards) {
        Map<String, Set<Class<?>>> places = new TreeMap<>();
        for (JavaClass asking : new ClassFileImporter().importPath(Path.of("target/classes"))) {
            if (!asking.isAssignableTo(ChapterSource.class)) {
                asking.getMethodCallsFromSelf()
                        .forEach(call -> guards.stream()
                                .filter(guard -> guard != EventReader.class && asks(call, guard))
                                .forEach(guard -> places.computeIfAbsent(place(call), ignored -> new HashSet<>())
                                        .add(guard)));
            }
        }
        return places;
    }

    private static boolean asks(JavaMethodCall call, Class<?> guard) {
        return call.getTargetOwner().isEquivalentTo(guard);
    }

    private static String place(JavaMethodCall call) {
        return call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName();
    }
}
