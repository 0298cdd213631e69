package slipway.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules of the house for all code below one root package. Each is seen to fail on {@code counterexample}. */
final class StructureRules {
    /** Beside {@code shared}, {@code identity} and the engine's edge, which everybody may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("engine", Set.of()),
            Map.entry("identity", Set.of()),
            Map.entry("policy", Set.of()),
            Map.entry("change", Set.of()),
            Map.entry("cmdb", Set.of()),
            Map.entry("library", Set.of()),
            Map.entry("release", Set.of("policy", "change", "cmdb", "library")),
            Map.entry("approval", Set.of("release", "policy")),
            Map.entry("planning", Set.of("release", "policy", "change", "cmdb", "library", "approval")),
            Map.entry("build", Set.of("release", "library", "cmdb")),
            Map.entry("acceptance", Set.of("release", "library", "policy", "approval", "cmdb", "planning", "build")),
            Map.entry("rollout", Set.of("release", "planning", "policy", "library", "cmdb", "change", "approval")),
            Map.entry("communication", Set.of("release", "planning", "rollout", "cmdb", "policy", "approval")),
            Map.entry("audit", Set.of("release", "policy", "cmdb", "library", "rollout", "planning", "approval")),
            Map.entry(
                    "review",
                    Set.of(
                            "release",
                            "change",
                            "planning",
                            "rollout",
                            "policy",
                            "audit",
                            "approval",
                            "library",
                            "cmdb")));

    private final String root;

    StructureRules(String root) {
        this.root = root;
    }

    /** Every rule by a name that says what it protects. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        MAY_USE.forEach((capability, allowed) -> {
            if (!capability.equals("shared") && !capability.equals("engine") && !capability.equals("identity")) {
                rules.put("boundary of " + capability, boundary(capability, allowed));
            }
        });
        rules.put("facades only", facadesOnly());
        rules.put("the inside knows no engine", insideKnowsNoEngine());
        rules.put("shared knows no Spring", sharedKnowsNoSpring());
        rules.put("names of packages", packageNames());
        rules.put("glue lives in process packages", glueInProcess());
        rules.put("one clock", oneClock());
        rules.put("no sleeping", noSleeping());
        return rules;
    }

    private ArchRule boundary(String capability, Set<String> allowed) {
        List<String> forbidden = new ArrayList<>();
        for (String other : MAY_USE.keySet()) {
            boolean always = Set.of("shared", "engine", "identity", capability).contains(other);
            if (!always && !allowed.contains(other)) {
                forbidden.add(root + "." + other + "..");
            }
        }
        forbidden.add(root + ".tour..");
        forbidden.add(root + ".runtime..");
        return noClasses()
                .that()
                .resideInAPackage(root + "." + capability + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.toArray(String[]::new))
                .because("ADR-0002: coupling between capabilities stands in the table or in the models")
                .allowEmptyShould(true);
    }

    private ArchRule facadesOnly() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(notIn("tour", "runtime"))
                .should()
                .onlyDependOnClassesThat(describe("are their own, a facade, a port or outside", target -> true))
                .andShould(new ForeignInsides(root))
                .because("ADR-0002: a capability is entered through its root package or its ports")
                .allowEmptyShould(true);
    }

    private ArchRule insideKnowsNoEngine() {
        String[] insides = MAY_USE.keySet().stream()
                .filter(capability -> !capability.equals("engine"))
                .map(capability -> root + "." + capability)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(insides)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("ADR-0003: the engine is an edge")
                .allowEmptyShould(true);
    }

    private ArchRule sharedKnowsNoSpring() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".shared..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.camunda..")
                .because("shared holds words, not machinery")
                .allowEmptyShould(true);
    }

    private ArchRule packageNames() {
        return noClasses()
                .should()
                .resideInAnyPackage("..impl..", "..util..", "..utils..", "..common..", "..service..", "..dto..")
                .because("packages are named by ITIL or by a technology")
                .allowEmptyShould(true);
    }

    private ArchRule glueInProcess() {
        return classes()
                .that()
                .implement(named("org.camunda.bpm.engine.delegate.JavaDelegate"))
                .or()
                .implement(simpleName("UserTask"))
                .should()
                .resideInAPackage("..process..")
                .because("ADR-0003: BPMN glue is found in one place of each capability")
                .allowEmptyShould(true);
    }

    private ArchRule oneClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time is the injected clock, so that tests can turn it")
                .allowEmptyShould(true);
    }

    private ArchRule noSleeping() {
        return noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("waiting is a schedule or a wait for something named")
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> notIn(String... capabilities) {
        return DescribedPredicate.not(resideInAnyPackage(Arrays.stream(capabilities)
                .map(capability -> root + "." + capability + "..")
                .toArray(String[]::new)));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return describe("named " + name, type -> type.getName().equals(name));
    }
}
