package slipway.engine.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Declared;
import slipway.engine.Outcome;
import slipway.engine.Stage;
import slipway.engine.ToldMessages;
import slipway.engine.UserTask;
import slipway.engine.Work;

/**
 * What models may rely on and what they may say, as data: made of what the beans declare and of the lists of this gate, for
 * whoever checks or draws models outside of the application. Sorted, so that two of the same code are the same text.
 *
 * @param words what may stand in a process model: namespaces, extensions, attributes, and the forms of texts
 * @param forms the regular expressions of those forms, which the whole text matches
 * @param sentences what is said of an element by the kind of finding; {@code %s} stands for what was found
 * @param beans what stands behind elements, by the name that models use
 * @param topics work that waits for a worker, by its topic
 * @param messages what is told to processes, by name
 */
public record ModelContract(
        Words words,
        SortedMap<String, String> forms,
        SortedMap<String, Said> sentences,
        SortedMap<String, Promised> beans,
        SortedMap<String, Promised> topics,
        SortedMap<String, Promised> messages) {
    private static final List<Class<?>> KINDS =
            List.of(JavaDelegate.class, UserTask.class, TaskListener.class, ExecutionListener.class);

    /** The words of a process model; {@code texts} and {@code values} name forms. */
    record Words(
            SortedSet<String> namespaces,
            SortedSet<String> extensions,
            SortedSet<String> attributes,
            SortedSet<String> attributesOfExtensions,
            SortedSet<String> refused,
            SortedMap<String, String> texts,
            SortedMap<String, String> values) {}

    record Said(String rule, String text) {}

    /** What may come of it; {@code kinds} are where it may stand, {@code duties} what a person does by completing it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Promised(
            SortedSet<String> kinds,
            SortedSet<String> duties,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean touchesWorld,
            SortedSet<String> ends,
            List<Possible> outcomes) {}

    /** One thing that may come; empty = not limited, or nothing. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Possible(
            SortedSet<String> in,
            SortedSet<String> stoppedIn,
            SortedMap<String, String> where,
            SortedSet<String> after,
            SortedSet<String> onceAfter,
            String to,
            SortedMap<String, SortedSet<String>> gives,
            String passes,
            String error) {}

    static ModelContract of(ListableBeanFactory factory) {
        SortedMap<String, Promised> beans = new TreeMap<>();
        SortedMap<String, Promised> topics = new TreeMap<>();
        SortedMap<String, Promised> messages = new TreeMap<>();
        KINDS.forEach(kind -> factory.getBeansOfType(kind).forEach((name, bean) -> beans.put(name, promised(bean))));
        factory.getBeansOfType(Work.class).values().forEach(work -> topics.put(work.topic(), promised(work)));
        factory.getBeansOfType(ToldMessages.class)
                .values()
                .forEach(told -> told.messages()
                        .forEach((name, contract) ->
                                messages.put(name, promised(new TreeSet<>(), new TreeSet<>(), contract))));
        return new ModelContract(allWords(), allForms(), allSentences(), beans, topics, messages);
    }

    /** Readable, and one line for each thing that may come. */
    String json() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultPrettyPrinter.FixedSpaceIndenter());
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return new ObjectMapper()
                            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                            .writer(printer)
                            .writeValueAsString(this)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what models rely on cannot be written", e);
        }
    }

    private static Promised promised(Object bean) {
        SortedSet<String> kinds = KINDS.stream()
                .filter(kind -> kind.isInstance(bean))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> duties = bean instanceof UserTask task ? names(task.duties()) : new TreeSet<>();
        return promised(
                kinds, duties, bean instanceof Declared declared ? declared.contract(Block.NONE) : Contract.NOTHING);
    }

    private static Promised promised(SortedSet<String> kinds, SortedSet<String> duties, Contract contract) {
        return new Promised(
                kinds,
                duties,
                contract.touchesWorld(),
                stages(contract.ends()),
                contract.outcomes().stream().map(ModelContract::possible).toList());
    }

    private static Possible possible(Outcome outcome) {
        SortedMap<String, SortedSet<String>> gives = new TreeMap<>();
        outcome.then().facts().forEach((fact, values) -> gives.put(fact, new TreeSet<>(values)));
        return new Possible(
                stages(outcome.when().stages()),
                stages(outcome.when().before()),
                new TreeMap<>(outcome.when().facts()),
                new TreeSet<>(outcome.when().gates()),
                new TreeSet<>(outcome.when().once()),
                outcome.then().stage().map(Stage::name).orElse(""),
                gives,
                outcome.then().gate().orElse(""),
                outcome.then().error().orElse(""));
    }

    private static Words allWords() {
        return new Words(
                new TreeSet<>(Allowed.NAMESPACES),
                new TreeSet<>(Allowed.CAMUNDA_ELEMENTS),
                new TreeSet<>(Allowed.CAMUNDA_ATTRIBUTES),
                new TreeSet<>(Allowed.PLAIN_ATTRIBUTES),
                new TreeSet<>(Allowed.REFUSED_BPMN_ELEMENTS),
                named(Allowed.TEXTS),
                named(Allowed.ATTRIBUTE_VALUES));
    }

    private static SortedMap<String, String> named(Map<String, Plain> forms) {
        SortedMap<String, String> named = new TreeMap<>();
        forms.forEach((name, form) -> named.put(name, form.name()));
        return named;
    }

    private static SortedMap<String, String> allForms() {
        return Arrays.stream(Plain.values())
                .collect(Collectors.toMap(Plain::name, Plain::pattern, (a, b) -> a, TreeMap::new));
    }

    private static SortedMap<String, Said> allSentences() {
        return Arrays.stream(Sentence.values())
                .collect(Collectors.toMap(
                        Sentence::name,
                        sentence -> new Said(sentence.rule(), sentence.text()),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static SortedSet<String> stages(Set<Stage> stages) {
        return stages.stream().map(Stage::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
