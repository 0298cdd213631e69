package slipway.engine.gate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The inputs of a decision table with their types, its outputs, and how cases of a file name their values. */
record TableColumns(Map<String, String> inputs, Set<String> outputs) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(?:\\.\\d{1,40})?");

    static TableColumns of(Element decision) {
        Map<String, String> inputs = new LinkedHashMap<>();
        Set<String> outputs = new TreeSet<>();
        for (Element element : Xml.all(decision).toList()) {
            if ("inputExpression".equals(element.getLocalName())) {
                String name = Xml.children(element).stream().map(Xml::text).collect(Collectors.joining());
                inputs.put(name.strip(), element.getAttribute("typeRef"));
            } else if ("output".equals(element.getLocalName())) {
                outputs.add(element.getAttribute("name"));
            }
        }
        return new TableColumns(inputs, outputs);
    }

    /** What is wrong with the first line, if anything. */
    Optional<String> unfit(List<String> named) {
        Set<String> strange = new TreeSet<>(named);
        strange.removeAll(inputs.keySet());
        strange.removeAll(outputs);
        boolean whole = named.containsAll(inputs.keySet()) && named.stream().anyMatch(outputs::contains);
        return strange.isEmpty() && whole
                ? Optional.empty()
                : Optional.of("its first line must name every input (" + String.join(", ", inputs.keySet())
                        + ") and what is expected of the outputs (" + String.join(", ", outputs) + "), and nothing else"
                        + (strange.isEmpty() ? "" : " like " + String.join(", ", strange)));
    }

    /** What a case is about. Throws with a sentence where it lacks a value, or one is not of the input's type. */
    Map<String, Object> inputs(CSVRecord each) {
        if (!each.isConsistent()) {
            throw new IllegalArgumentException("holds " + each.size() + " values, and the first line names "
                    + each.getParser().getHeaderNames().size());
        }
        Map<String, Object> values = new HashMap<>();
        inputs.forEach((name, type) -> values.put(name, value(name, type, cell(each, name))));
        return values;
    }

    private static Object value(String name, String type, String cell) {
        try {
            return switch (type) {
                case "boolean" -> truth(cell);
                case "integer", "long" -> Long.valueOf(cell);
                case "double", "number" -> Double.valueOf(cell);
                default -> cell;
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + cell + "' is no " + type + " for the input " + name, e);
        }
    }

    private static Boolean truth(String cell) {
        // Spreadsheets write them in capitals.
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(cell);
        };
    }

    /** The outputs that a case names, in words; empty when it expects no answer. */
    String expected(CSVRecord each) {
        boolean none = named(each).allMatch(name -> cell(each, name).isEmpty());
        return none
                ? ""
                : named(each).map(name -> answer(name, cell(each, name))).collect(Collectors.joining(", "));
    }

    /** The same outputs of an answer of the table. */
    String given(Map<String, Object> answer, CSVRecord like) {
        return named(like).map(name -> answer(name, text(answer.get(name)))).collect(Collectors.joining(", "));
    }

    private Stream<String> named(CSVRecord each) {
        return outputs.stream().filter(each::isMapped);
    }

    private static String cell(CSVRecord each, String name) {
        return each.get(name).strip();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> new BigDecimal(number.toString()).toPlainString();
            default -> value.toString();
        };
    }

    /** Numbers by their value: the table's 20 is a whole number or one with a fraction as its column says. */
    private static String answer(String name, String value) {
        boolean number = NUMBER.matcher(value).matches();
        return name + " = "
                + (number ? new BigDecimal(value).stripTrailingZeros().toPlainString() : value);
    }
}
