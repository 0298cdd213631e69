package slipway.mutation;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.release.ChapterSource;

/**
 * Every place of the product where what loads and stores asks a pure rule of its capability, found in the code: a static
 * method of a class that decides, answering with refusals. Chapters only show what rules say.
 */
final class RuleCalls {
    private static final String REFUSALS = "java\\.util\\.(Optional|List)<slipway\\.shared\\.Refusal>";
    private static final String CAPABILITY = "slipway\\.[a-z]+";

    private RuleCalls() {}

    /** As {@code <class>.<method> | <rules>.<method>}. */
    static Set<String> found() {
        Set<String> deciding = DecidingClasses.product()
                .filter(type -> type.getPackageName().matches(CAPABILITY))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        JavaClasses all = new ClassFileImporter().importPath(Path.of("target/classes"));
        return all.stream()
                .filter(asking -> !deciding.contains(asking.getName()) && !asking.isAssignableTo(ChapterSource.class))
                .flatMap(RuleCalls::uses)
                .filter(use -> deciding.contains(use.getTargetOwner().getName()))
                .filter(use -> refuses(use.getTarget()))
                .map(use -> place(use) + " | " + use.getTargetOwner().getSimpleName() + "." + use.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaCodeUnitAccess<?>> uses(JavaClass asking) {
        return Stream.concat(asking.getMethodCallsFromSelf().stream(), asking.getMethodReferencesFromSelf().stream());
    }

    private static boolean refuses(AccessTarget.CodeUnitAccessTarget target) {
        return target.resolveMember()
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast)
                .filter(RuleCalls::isStatic)
                .filter(method -> method.getReturnType().getName().matches(REFUSALS))
                .isPresent();
    }

    private static boolean isStatic(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.STATIC);
    }

    private static String place(JavaCodeUnitAccess<?> use) {
        return use.getOriginOwner().getSimpleName() + "." + use.getOrigin().getName();
    }
}
