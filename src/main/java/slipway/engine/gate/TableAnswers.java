package slipway.engine.gate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.w3c.dom.Element;
import slipway.engine.Finding;

/**
 * A table that decides one thing gives one answer for each combination of its inputs; otherwise whoever comes with the one
 * that was forgotten would find out. Asked by deciding each, with the engine that decides for real.
 */
final class TableAnswers {
    private static final DmnEngine ENGINE = new DefaultDmnEngineConfiguration().buildEngine();

    /** Policies by which no rule needs to match, or several may. */
    private static final List<String> SEVERAL = List.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

    private TableAnswers() {}

    /** Findings of one file, of which every single element was found right. */
    static List<Finding> check(String file, String content) {
        return Xml.readable(content)
                .filter(element -> "decision".equals(element.getLocalName()))
                .flatMap(decision -> Xml.children(decision).stream()
                        .filter(child -> "decisionTable".equals(child.getLocalName()))
                        .flatMap(table -> answers(file, content, decision.getAttribute("id"), table)))
                .toList();
    }

    private static Stream<Finding> answers(String file, String content, String decision, Element table) {
        Columns columns = new Columns(table);
        if (!columns.areKnown()) {
            return Stream.empty();
        }
        if (!columns.areBounded()) {
            return Stream.of(new Finding(
                    file,
                    "decision '" + decision + "'",
                    "table-size",
                    "has more than " + Columns.MOST + " combinations of inputs; ask for less in one table"));
        }
        try {
            DmnDecision parsed =
                    ENGINE.parseDecision(decision, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            boolean several = SEVERAL.contains(table.getAttribute("hitPolicy"));
            return columns.combinations().stream()
                    .flatMap(inputs -> answer(parsed, inputs, several))
                    .limit(1)
                    .map(found -> new Finding(file, "decision '" + decision + "'", found.rule(), found.reason()));
        } catch (DmnEngineException e) {
            return Stream.of(new Finding(
                    file, "decision '" + decision + "'", "feel-readable", "cannot be read: " + sentence(e)));
        }
    }

    private record Found(String rule, String reason) {}

    private static Stream<Found> answer(DmnDecision table, Map<String, Object> inputs, boolean several) {
        String asked = inputs.entrySet().stream()
                .map(input -> input.getKey() + " = " + input.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        try {
            return ENGINE.evaluateDecisionTable(table, Variables.fromMap(inputs))
                                    .isEmpty()
                            && !several
                    ? Stream.of(new Found(
                            "answers-each",
                            "answers nothing for " + asked + "; add a rule, or a last one for the rest"))
                    : Stream.empty();
        } catch (FeelException e) {
            return Stream.of(new Found("feel-readable", "cannot be read: " + sentence(e)));
        } catch (DmnEngineException e) {
            return Stream.of(new Found("one-answer", "cannot be decided for " + asked + ": " + sentence(e)));
        }
    }

    /** The engine's own words, without its number. */
    private static String sentence(RuntimeException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^(?:DMN|FEEL/SCALA)-\\d+ ", "");
    }
}
