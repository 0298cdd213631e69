package slipway.release.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.release.Offers;
import slipway.release.PartScope;

/** What a scope may be made of, as options of the form. */
@Component
class ScopeChoices {
    private final Changes changes;
    private final Cmdb cmdb;
    private final Offers offers;

    ScopeChoices(Changes changes, Cmdb cmdb, Offers offers) {
        this.changes = changes;
        this.cmdb = cmdb;
        this.offers = offers;
    }

    List<Map<String, String>> rfcs() {
        return changes.approved().stream()
                .map(rfc -> option(
                        rfc.number() + " " + rfc.title() + " (" + rfc.unit() + ")",
                        rfc.number().value()))
                .toList();
    }

    List<Map<String, String>> parts() {
        return cmdb.units().stream()
                .filter(Unit.Software.class::isInstance)
                .flatMap(unit -> offers.of(unit.id()).stream()
                        .map(source -> option(
                                unit.name() + " – " + source, PartChoice.value(new PartScope(unit.id(), source)))))
                .toList();
    }

    List<Map<String, String>> sites() {
        return cmdb.sites().stream()
                .map(site -> option(site.name(), site.id().value()))
                .toList();
    }

    /** The values of options, or those of the wanted ones that are among them. */
    static List<String> values(List<Map<String, String>> options) {
        return options.stream()
                .map(option -> String.valueOf(option.get("value")))
                .toList();
    }

    private static Map<String, String> option(String label, String value) {
        Map<String, String> option = new LinkedHashMap<>();
        option.put("label", label);
        option.put("value", value);
        return option;
    }
}
