package slipway.engine.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import slipway.engine.Finding;

/** What stands in a column of numbers must be such a number; at anything else the engine breaks off while it decides. */
final class ColumnRules {
    private static final Set<String> WHOLE = Set.of("integer", "long");
    private static final String LITERAL = "\".*\"|true|false";
    private static final String FRACTION = "[+-]?\\d*\\.\\d*[1-9]\\d*";

    private ColumnRules() {}

    static void check(String file, Element table, List<Finding> findings) {
        List<Element> columns = named(table, "output");
        for (Element rule : named(table, "rule")) {
            List<Element> entries = named(rule, "outputEntry");
            for (int place = 0; place < Math.min(columns.size(), entries.size()); place++) {
                Reporter report = new Reporter(file, entries.get(place), findings);
                wrong(columns.get(place), entries.get(place))
                        .ifPresent(problem -> report.found("entry-fits-column", problem));
            }
        }
    }

    private static Optional<String> wrong(Element column, Element entry) {
        String type = column.getAttribute("typeRef");
        boolean whole = WHOLE.contains(type);
        String text = named(entry, "text").stream()
                .map(Xml::text)
                .findFirst()
                .orElse("")
                .strip();
        return (whole || type.equals("double")) && text.matches(LITERAL) || whole && text.matches(FRACTION)
                ? Optional.of("holds " + text + ", but its column takes " + (whole ? "whole numbers" : "numbers")
                        + "; write one, or give the column another type")
                : Optional.empty();
    }

    private static List<Element> named(Element parent, String name) {
        return Xml.children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }
}
