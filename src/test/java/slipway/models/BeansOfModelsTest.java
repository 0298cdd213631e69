package slipway.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import slipway.engine.Work;

class BeansOfModelsTest {
    private static final Pattern THROWN = Pattern.compile("new BpmnError\\(\\s*([\\w.\"]+)");

    /** A hidden value that a template gives the property {@code records}. */
    private static final Pattern BLOCK = Pattern.compile(
            "\"value\": \"(\\w+)\",\\s*\"binding\": \\{\\s*\"type\": \"camunda:property\",\\s*\"name\": \"records\"");

    /** A bean that a template gives a step. */
    private static final Pattern STEP = Pattern.compile("\"value\": \"\\$\\{(\\w+)}\",\\s*\"binding\"");

    /** A topic that a template gives long work. */
    private static final Pattern TOPIC = Pattern.compile(
            "\"value\": \"([a-z-]+)\",\\s*\"binding\": \\{\\s*\"type\": \"property\",\\s*\"name\": \"camunda:topic\"");

    private final List<ProcessModel> models = ModelFiles.processModels();
    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("slipway");

    @Test
    void every_bean_that_a_model_names_exists() {
        assertThat(missing(namesInModels(), namesOf(glue()))).isEmpty();
    }

    @Test
    void every_bean_of_the_edge_stands_in_a_model_or_is_a_block_of_the_palette() throws IOException {
        Stream<JavaClass> beans = glue().filter(type -> type.isAssignableTo(JavaDelegate.class)
                || type.isAssignableTo(slipway.engine.UserTask.class)
                || type.isAssignableTo(Work.class));
        Set<String> known = new HashSet<>(namesInModels());
        String palette = Files.readString(Path.of("element-templates/slipway.json"));
        Stream.of(BLOCK, STEP)
                .flatMap(pattern -> pattern.matcher(palette).results())
                .forEach(block -> known.add(block.group(1)));
        known.addAll(namesOf(working(palette)));
        assertThat(missing(namesOf(beans), known)).isEmpty();
    }

    /** The work behind a topic of the palette. */
    private Stream<JavaClass> working(String palette) {
        Set<String> topics =
                TOPIC.matcher(palette).results().map(found -> found.group(1)).collect(Collectors.toSet());
        return glue().filter(type -> type.isAssignableTo(Work.class))
                .filter(type ->
                        type.tryGetField("TOPIC").isPresent() && topics.contains(constant(type.reflect(), "TOPIC")));
    }

    @Test
    void every_error_that_is_thrown_is_caught() throws IOException {
        assertThat(missing(thrown(), caught())).isEmpty();
    }

    @Test
    void every_error_that_is_caught_is_thrown() throws IOException {
        assertThat(missing(caught(), thrown())).isEmpty();
    }

    private Set<String> namesInModels() {
        return models.stream()
                .flatMap(model -> Stream.of(
                                model.delegates().stream().map(ContractRules::bean),
                                model.externals().stream().map(ContractRules::bean),
                                model.all(UserTask.class).stream().map(ContractRules::bean),
                                model.all(StartEvent.class).stream()
                                        .flatMap(start -> ProcessModel.property(start, "records").stream()))
                        .flatMap(names -> names))
                .collect(Collectors.toSet());
    }

    private Stream<JavaClass> glue() {
        return product.stream()
                .filter(type -> type.getPackageName().endsWith(".process"))
                .filter(type -> type.isTopLevelClass() && !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    private static Set<String> namesOf(Stream<JavaClass> types) {
        return types.map(JavaClass::getSimpleName)
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toSet());
    }

    private Set<String> caught() {
        return models.stream()
                .flatMap(model -> model.all(BoundaryEvent.class).stream())
                .map(ContractRules::errorCode)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    private Set<String> thrown() throws IOException {
        Stream<String> ends = models.stream()
                .flatMap(model -> model.all(EndEvent.class).stream())
                .flatMap(end -> end.getEventDefinitions().stream())
                .filter(ErrorEventDefinition.class::isInstance)
                .map(definition ->
                        ((ErrorEventDefinition) definition).getError().getErrorCode());
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Stream<String> beans = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> THROWN.matcher(ModelFiles.text(file)).results())
                    .map((MatchResult match) -> code(match.group(1)));
            return Stream.concat(beans, ends).collect(Collectors.toSet());
        }
    }

    private String code(String argument) {
        if (argument.startsWith("\"")) {
            return argument.replace("\"", "");
        }
        String constant = argument.substring(argument.lastIndexOf('.') + 1);
        return product.stream()
                .filter(type -> type.getPackageName().endsWith(".process"))
                .flatMap(type -> type.tryGetField(constant).stream())
                .map(field -> constant(field.getOwner().reflect(), constant))
                .findFirst()
                .orElse("not a constant: " + argument);
    }

    private static String constant(Class<?> owner, String name) {
        try {
            var field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> missing(Set<String> wanted, Set<String> present) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(present);
        return missing;
    }
}
