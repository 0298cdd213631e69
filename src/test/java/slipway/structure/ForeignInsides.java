package slipway.structure;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Reports each use of another capability's sub-package that is not a port. */
final class ForeignInsides extends ArchCondition<JavaClass> {
    private final String root;

    ForeignInsides(String root) {
        super("not enter sub-packages of other capabilities, ports apart");
        this.root = root + ".";
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            if (!target.startsWith(root)) {
                continue;
            }
            String[] parts = target.substring(root.length()).split("\\.");
            boolean own = (type.getPackageName() + ".").startsWith(root + parts[0] + ".");
            if (!own && parts.length > 1 && !parts[1].equals("port")) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }
}
