package slipway.release.process;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.release.Scope;
import slipway.release.TagCatalogue;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;

/** What a scope may be made of, and why a chosen one is none. */
@Component
class ScopeChoices {
    private final Changes changes;
    private final Cmdb cmdb;
    private final TagCatalogue tags;

    ScopeChoices(Changes changes, Cmdb cmdb, TagCatalogue tags) {
        this.changes = changes;
        this.cmdb = cmdb;
        this.tags = tags;
    }

    Map<String, Object> options() {
        List<Map<String, String>> rfcs = changes.approved().stream()
                .map(rfc -> option(
                        rfc.number() + " " + rfc.title() + " (" + rfc.unit() + ")",
                        rfc.number().value()))
                .toList();
        List<Map<String, String>> units = cmdb.units().stream()
                .map(unit -> option(unit.name(), unit.id().value()))
                .toList();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Unit unit : cmdb.units()) {
            tags.tags(unit.id()).forEach(tag -> labels.merge(tag, tag + " (" + unit.name() + ")", (one, two) -> tag));
        }
        List<Map<String, String>> tagOptions = labels.entrySet().stream()
                .map(entry -> option(entry.getValue(), entry.getKey()))
                .toList();
        return Map.of("approvedRfcs", rfcs, "units", units, "tags", tagOptions);
    }

    Optional<Refusal> unfit(Scope scope) {
        Optional<Refusal> notReleasable = changes.notReleasable(scope.rfcs());
        if (notReleasable.isPresent()) {
            return notReleasable;
        }
        List<String> strangers = rfcs(scope).stream()
                .filter(rfc -> !rfc.unit().equals(scope.unit()))
                .map(rfc -> rfc.number() + " is for " + rfc.unit())
                .toList();
        if (!strangers.isEmpty()) {
            return Optional.of(Refusal.at(
                    "rfcs",
                    "rfcs-of-unit",
                    "The RFCs must be for " + scope.unit() + ": " + String.join(", ", strangers) + "."));
        }
        return tags.tags(scope.unit()).contains(scope.tag())
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "tag", "tag-of-unit", "The sources of " + scope.unit() + " have no tag " + scope.tag() + "."));
    }

    /** The chosen RFCs; all are known when the scope is fit. */
    List<Rfc> rfcs(Scope scope) {
        return scope.rfcs().stream()
                .sorted(Comparator.comparing(RfcNumber::value))
                .flatMap(number -> changes.find(number).stream())
                .toList();
    }

    private static Map<String, String> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
