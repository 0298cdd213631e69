package slipway.engine.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The inputs of a decision table and the values that are tried of each: those that the column declares, or else those that
 * rules name and another one; both of a truth value; of numbers each that a rule names with its neighbours.
 */
final class Columns {
    /** The most combinations that are tried. */
    static final int MOST = 5_000;

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> TYPES = Set.of("", "string", "boolean", "integer", "long", "double", "number");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Map<String, List<Object>> values = new HashMap<>();
    private boolean known = true;

    Columns(Element table) {
        List<Element> inputs = named(table, "input").toList();
        for (int place = 0; place < inputs.size(); place++) {
            int column = place;
            Element input = inputs.get(place);
            Element expression = named(input, "inputExpression").findFirst().orElse(input);
            List<String> entries = named(table, "rule")
                    .flatMap(rule -> named(rule, "inputEntry").skip(column).limit(1))
                    .map(Columns::text)
                    .toList();
            List<String> declared =
                    named(input, "inputValues").map(Columns::text).toList();
            String type = expression.getAttribute("typeRef");
            // Of dates, and of what is worked out of several facts, nobody can say which values to try.
            known &= NAME.matcher(text(expression)).matches() && TYPES.contains(type);
            values.computeIfAbsent(text(expression), any -> new ArrayList<>()).addAll(tried(type, declared, entries));
        }
    }

    /** Whether it is known what to try of each input. */
    boolean areKnown() {
        return known;
    }

    boolean areBounded() {
        long all = 1;
        for (List<Object> column : values.values()) {
            all *= Math.max(1, column.size());
            if (all > MOST) {
                return false;
            }
        }
        return true;
    }

    List<Map<String, Object>> combinations() {
        List<Map<String, Object>> all = List.of(Map.of());
        for (Map.Entry<String, List<Object>> column : values.entrySet()) {
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> before : all) {
                column.getValue().forEach(value -> {
                    Map<String, Object> with = new HashMap<>(before);
                    with.put(column.getKey(), value);
                    more.add(with);
                });
            }
            all = more;
        }
        return all;
    }

    private static List<Object> tried(String type, List<String> declared, List<String> entries) {
        return switch (type) {
            case "boolean" -> List.of(true, false);
            case "integer", "long" ->
                numbers(entries).stream()
                        .map(value -> (Object) value.longValue())
                        .distinct()
                        .toList();
            case "double", "number" ->
                List.copyOf(
                        numbers(entries).stream().map(BigDecimal::doubleValue).toList());
            default -> {
                List<Object> texts = texts(declared);
                // Without declared values: those that rules name, and one that none names.
                yield texts.isEmpty()
                        ? Stream.concat(texts(entries).stream(), Stream.of("(any)"))
                                .toList()
                        : texts;
            }
        };
    }

    private static List<Object> texts(List<String> literals) {
        return literals.stream()
                .flatMap(each -> TEXT.matcher(each).results())
                .map(found -> (Object) found.group(1))
                .distinct()
                .toList();
    }

    private static SortedSet<BigDecimal> numbers(List<String> entries) {
        SortedSet<BigDecimal> numbers = new TreeSet<>(List.of(BigDecimal.ZERO));
        for (String entry : entries) {
            Matcher number = NUMBER.matcher(entry);
            while (number.find()) {
                BigDecimal value = new BigDecimal(number.group());
                Stream.of(BigDecimal.ONE, HALF)
                        .flatMap(step -> Stream.of(value, value.add(step), value.subtract(step)))
                        .forEach(numbers::add);
            }
        }
        return numbers;
    }

    private static Stream<Element> named(Element parent, String name) {
        return Xml.children(parent).stream().filter(child -> name.equals(child.getLocalName()));
    }

    private static String text(Element element) {
        return named(element, "text").map(Xml::text).findFirst().orElse("").strip();
    }
}
