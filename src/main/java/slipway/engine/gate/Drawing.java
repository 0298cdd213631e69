package slipway.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.Reference;
import slipway.engine.DrawnModels.Reference.Kind;
import slipway.engine.RequiredField;

/** Reads a set of models of which each file was found readable. */
@Component
class Drawing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Beans beans;

    Drawing(Beans beans) {
        this.beans = beans;
    }

    DrawnModels of(ModelSet models) {
        Set<String> processes = new HashSet<>();
        List<Reference> references = new ArrayList<>();
        List<DrawnModels.PersonTask> tasks = new ArrayList<>();
        List<DrawnModels.DrawnTask> steps = new ArrayList<>();
        List<DrawnModels.Table> tables = new ArrayList<>();
        List<DrawnModels.DrawnForm> forms = new ArrayList<>();
        models.files().forEach((file, content) -> {
            switch (file.substring(file.lastIndexOf('.') + 1)) {
                case "bpmn" -> {
                    named(content, "process")
                            .map(process -> process.getAttribute("id"))
                            .forEach(processes::add);
                    Xml.readable(content)
                            .flatMap(element -> references(file, element))
                            .forEach(references::add);
                    named(content, "userTask").map(task -> task(file, task)).forEach(tasks::add);
                    steps.addAll(DrawnSteps.of(file, Xml.readable(content).toList()));
                }
                case "dmn" ->
                    named(content, "decision").map(table -> table(file, table)).forEach(tables::add);
                case "form" -> forms.add(form(file, content));
                default -> {
                    // What is expected of a table draws nothing.
                }
            }
        });
        return new DrawnModels(
                Set.copyOf(processes),
                List.copyOf(references),
                List.copyOf(tasks),
                List.copyOf(steps),
                List.copyOf(tables),
                List.copyOf(forms));
    }

    private static Stream<Element> named(String content, String name) {
        return Xml.readable(content).filter(element -> name.equals(element.getLocalName()));
    }

    private static Stream<Reference> references(String file, Element element) {
        return Stream.of(
                        Xml.attribute(element, "", "calledElement").map(id -> refers(file, element, Kind.PROCESS, id)),
                        Xml.attribute(element, Allowed.CAMUNDA, "decisionRef")
                                .map(id -> refers(file, element, Kind.DECISION, id)),
                        Xml.attribute(element, Allowed.CAMUNDA, "formRef")
                                .map(id -> refers(file, element, Kind.FORM, id)))
                .flatMap(Optional::stream);
    }

    private static Reference refers(String file, Element element, Kind kind, String id) {
        return new Reference(file, Xml.place(element), kind, id);
    }

    private DrawnModels.PersonTask task(String file, Element task) {
        Map<String, String> properties = properties(task);
        return new DrawnModels.PersonTask(
                file,
                task.getAttribute("id"),
                task.getAttribute("name"),
                words(Xml.attribute(task, Allowed.CAMUNDA, "candidateGroups").orElse("")),
                properties,
                Xml.attribute(task, Allowed.CAMUNDA, "formRef").orElse(""),
                beans.task(properties.getOrDefault("records", "")).flatMap(bean -> bean.decides(properties)));
    }

    static Map<String, String> properties(Element task) {
        Map<String, String> properties = new LinkedHashMap<>();
        Xml.children(task).stream()
                .filter(child -> "extensionElements".equals(child.getLocalName()))
                .flatMap(Xml::all)
                .filter(child -> "property".equals(child.getLocalName()))
                .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
        return properties;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DrawnModels.Table table(String file, Element decision) {
        List<String> inputs =
                columns(decision, "inputExpression").map(Drawing::whole).toList();
        List<String> outputs = columns(decision, "output")
                .map(output -> output.getAttribute("name"))
                .toList();
        return new DrawnModels.Table(
                file,
                decision.getAttribute("id"),
                columns(decision, "rule")
                        .map(rule -> new DrawnModels.Rule(
                                rule.getAttribute("id"),
                                entries(rule, "outputEntry", outputs, text -> text.replaceAll("^\"(.*)\"$", "$1")),
                                entries(rule, "inputEntry", inputs, text -> text)))
                        .toList());
    }

    private static Stream<Element> columns(Element decision, String name) {
        return Xml.all(decision).filter(element -> name.equals(element.getLocalName()));
    }

    private static String whole(Element element) {
        return Xml.all(element).map(Xml::text).collect(Collectors.joining()).strip();
    }

    private static Map<String, String> entries(
            Element rule, String kind, List<String> columns, UnaryOperator<String> read) {
        List<Element> entries = Xml.children(rule).stream()
                .filter(child -> kind.equals(child.getLocalName()))
                .toList();
        Map<String, String> texts = new HashMap<>();
        for (int index = 0; index < Math.min(columns.size(), entries.size()); index++) {
            texts.put(columns.get(index), read.apply(whole(entries.get(index))));
        }
        return Map.copyOf(texts);
    }

    private static DrawnModels.DrawnForm form(String file, String content) {
        try {
            JsonNode form = JSON.readTree(content);
            Map<String, DrawnModels.Field> fields = new HashMap<>();
            collect(form, true, fields);
            return new DrawnModels.DrawnForm(file, form.path("id").asText(), fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the file was found readable before", e);
        }
    }

    private static DrawnModels.Field field(JsonNode component, boolean always) {
        return new DrawnModels.Field(
                component.path("type").asText(),
                StreamSupport.stream(component.path("values").spliterator(), false)
                        .map(value -> value.path("value").asText())
                        .collect(Collectors.toUnmodifiableSet()),
                RequiredField.is(component),
                always);
    }

    private static void collect(JsonNode parent, boolean open, Map<String, DrawnModels.Field> fields) {
        for (JsonNode component : parent.path("components")) {
            boolean always = open && open(component);
            if (component.hasNonNull("key")) {
                fields.put(component.path("key").asText(), field(component, always));
            }
            collect(component, always, fields);
        }
    }

    /** An expression says that it is closed at times. */
    private static boolean open(JsonNode component) {
        return component.path("conditional").path("hide").asText().isEmpty()
                && Stream.of("disabled", "readonly")
                        .map(component::path)
                        .allMatch(locked ->
                                locked.asText().isEmpty() || locked.asText().equals("false"));
    }
}
