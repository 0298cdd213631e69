package slipway.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import slipway.identity.MayUse;

/** The rules of the house for all code below one root package. Each is seen to fail on {@code counterexample}. */
final class StructureRules {
    private final String root;
    private final Capabilities capabilities;

    StructureRules(String root, Capabilities capabilities) {
        this.root = root;
        this.capabilities = capabilities;
    }

    /** Every rule by a name that says what it protects. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        capabilities.names().forEach(capability -> rules.put("boundary of " + capability, boundary(capability)));
        rules.put("boundary of the root", boundaryOfTheRoot());
        rules.put("each package has its row", eachPackageHasItsRow());
        rules.put("no circles", noCircles());
        rules.put("facades only", facadesOnly());
        rules.put("the inside knows no engine", insideKnowsNoEngine());
        rules.put("shared knows no Spring", sharedKnowsNoSpring());
        rules.put("names of packages", packageNames());
        rules.put("glue lives in process packages", glueInProcess());
        rules.put("each endpoint names who may use it", endpointsNameWhoMayUseThem());
        rules.put("each redirect names who may use it", redirectsNameWhoMayUseThem());
        rules.put("one clock", oneClock());
        rules.put("no sleeping", noSleeping());
        return rules;
    }

    private ArchRule boundary(String capability) {
        String[] forbidden = capabilities.names().stream()
                .filter(other -> !other.equals(capability)
                        && !capabilities.mayUse(capability).contains(other))
                .map(this::below)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(below(capability))
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden).or(resideInAPackage(root)))
                .because("ADR-0002: coupling between capabilities stands in the table or in the models")
                .allowEmptyShould(true);
    }

    /** The root only starts: what it wires, Spring finds. */
    private ArchRule boundaryOfTheRoot() {
        return noClasses()
                .that()
                .resideInAPackage(root)
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(root, below("runtime")))))
                .because("the application itself only starts")
                .allowEmptyShould(true);
    }

    private ArchRule eachPackageHasItsRow() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(root), capabilities.names().stream().map(this::below))
                        .toArray(String[]::new))
                .because("no code stands outside the table of capabilities")
                .allowEmptyShould(true);
    }

    private ArchRule noCircles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private String below(String capability) {
        return root + "." + capability + "..";
    }

    private ArchRule facadesOnly() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(
                        capabilities.tops().stream().map(this::below).toArray(String[]::new))))
                .should()
                .onlyDependOnClassesThat(describe("are their own, a facade, a port or outside", target -> true))
                .andShould(new ForeignInsides(root))
                .because("ADR-0002: a capability is entered through its root package or its ports")
                .allowEmptyShould(true);
    }

    private ArchRule insideKnowsNoEngine() {
        String[] insides = capabilities.names().stream()
                .filter(capability -> !capability.equals("engine") && !capability.equals("runtime"))
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

    private ArchRule endpointsNameWhoMayUseThem() {
        return methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .or()
                .areAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(MayUse.class)
                .because("an endpoint that names nobody serves nobody")
                .allowEmptyShould(true);
    }

    private ArchRule redirectsNameWhoMayUseThem() {
        return methods()
                .that()
                .haveRawParameterTypes(ViewControllerRegistry.class)
                .should()
                .beAnnotatedWith(MayUse.class)
                .because("a page without a method is an endpoint as well")
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

    private static DescribedPredicate<JavaClass> named(String name) {
        return describe("named " + name, type -> type.getName().equals(name));
    }
}
