package slipway.release.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.release.PartScope;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/** How the form names a unit with one of its sources: {@code iban-check=v1.2.0}. */
final class PartChoice {
    private PartChoice() {}

    /** What was chosen: a source for each unit, or why that is none. */
    sealed interface Choice {}

    record Chosen(Map<UnitId, String> sources) implements Choice {}

    record Unclear(Refusal refusal) implements Choice {}

    static String value(PartScope part) {
        return part.unit() + "=" + part.source();
    }

    static Choice read(List<String> values) {
        Map<UnitId, String> sources = new LinkedHashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            if (equals < 1 || value.substring(equals + 1).isBlank()) {
                return new Unclear(Refusal.at("parts", "part-unreadable", "'" + value + "' is not <unit>=<source>."));
            }
            UnitId unit = new UnitId(value.substring(0, equals));
            Optional<String> twice = Optional.ofNullable(sources.put(unit, value.substring(equals + 1)));
            if (twice.isPresent()) {
                return new Unclear(Refusal.at(
                        "parts",
                        "one-source-a-unit",
                        "A release delivers a unit once; you chose " + twice.get() + " and " + sources.get(unit)
                                + " of " + unit + ". Keep one of them."));
            }
        }
        return new Chosen(sources);
    }
}
