package slipway.engine.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.w3c.dom.Element;
import slipway.engine.Finding;

/**
 * What the owner of a decision table expects of it, in a file beside it that ends with {@code .csv}: the first line names
 * inputs and outputs, each further one a case. Cases of the same inputs are the several answers of a collecting table, in
 * any order; one without outputs expects no answer. Asked of the engine that decides for real.
 */
final class ExpectedAnswers {
    static final String ENDING = ".csv";
    private static final int MOST = 5_000;
    private static final DmnEngine ENGINE = new DefaultDmnEngineConfiguration().buildEngine();
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private final String file;
    private final TableColumns columns;
    private final DmnDecision decision;

    private ExpectedAnswers(String file, TableColumns columns, DmnDecision decision) {
        this.file = file;
        this.columns = columns;
        this.decision = decision;
    }

    /** Findings of one such file; {@code table} = the text of the table beside it. */
    static List<Finding> check(String file, String content, Optional<String> table) {
        Optional<Element> drawn = table.flatMap(ExpectedAnswers::decision);
        if (drawn.isEmpty()) {
            return List.of(finding(
                    file,
                    "expected-beside-table",
                    "stands beside no decision table; give it the name of the table's file, with .csv at its end"));
        }
        try (CSVParser rows = CSVParser.parse(new StringReader(withoutMark(content)), FORMAT)) {
            TableColumns columns = TableColumns.of(drawn.get());
            Optional<String> wrong = columns.unfit(rows.getHeaderNames());
            if (wrong.isPresent()) {
                return List.of(finding(file, "expected-columns", wrong.get()));
            }
            List<CSVRecord> cases = rows.getRecords();
            if (cases.isEmpty() || cases.size() > MOST) {
                return List.of(finding(file, "expected-readable", "must hold 1 to " + MOST + " cases"));
            }
            DmnDecision parsed = ENGINE.parseDecision(
                    drawn.get().getAttribute("id"),
                    new ByteArrayInputStream(table.orElseThrow().getBytes(StandardCharsets.UTF_8)));
            return new ExpectedAnswers(file, columns, parsed).compare(cases);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return List.of(finding(
                    file,
                    "expected-readable",
                    "is no table of values with commas between them: " + e.getMessage()
                            + "; write a line with the names of inputs and outputs, and a line for each case"));
        } catch (DmnEngineException e) {
            return List.of(finding(file, "expected-readable", "belongs to a table that cannot be read"));
        }
    }

    /** Spreadsheets begin a text with a mark of its order of bytes. */
    private static String withoutMark(String content) {
        return content.startsWith("\uFEFF") ? content.substring(1) : content;
    }

    private static Optional<Element> decision(String table) {
        return Xml.readable(table)
                .filter(element -> "decision".equals(element.getLocalName()))
                .findFirst();
    }

    private List<Finding> compare(List<CSVRecord> cases) {
        Map<Map<String, Object>, List<CSVRecord>> byInputs = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (CSVRecord each : cases) {
            try {
                byInputs.computeIfAbsent(columns.inputs(each), any -> new ArrayList<>())
                        .add(each);
            } catch (IllegalArgumentException e) {
                findings.add(finding("expected-readable", line(each) + e.getMessage()));
            }
        }
        byInputs.forEach((inputs, expected) -> compare(inputs, expected).ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> compare(Map<String, Object> inputs, List<CSVRecord> cases) {
        List<String> expected = cases.stream()
                .map(columns::expected)
                .filter(answer -> !answer.isEmpty())
                .sorted()
                .toList();
        String asked = new TreeMap<>(inputs)
                .entrySet().stream()
                        .map(input -> input.getKey() + " = " + input.getValue())
                        .collect(Collectors.joining(", "));
        try {
            List<String> given =
                    ENGINE.evaluateDecisionTable(decision, Variables.fromMap(inputs)).getResultList().stream()
                            .map(answer -> columns.given(answer, cases.getFirst()))
                            .sorted()
                            .toList();
            return given.equals(expected)
                    ? Optional.empty()
                    : Optional.of(finding(
                            "answers-as-expected",
                            line(cases.getFirst()) + "for " + asked + " the table answers " + words(given) + ", and "
                                    + words(expected) + " is expected; change the table, or what is expected of it"));
        } catch (FeelException | DmnEngineException e) {
            return Optional.of(
                    finding("answers-as-expected", line(cases.getFirst()) + "the table cannot decide for " + asked));
        }
    }

    private static String words(List<String> answers) {
        return answers.isEmpty() ? "nothing" : String.join(" and ", answers);
    }

    /** The first line holds the names. */
    private static String line(CSVRecord each) {
        return "case " + each.getRecordNumber() + ": ";
    }

    private Finding finding(String rule, String reason) {
        return finding(file, rule, reason);
    }

    private static Finding finding(String file, String rule, String reason) {
        return new Finding(file, "file", rule, reason);
    }
}
