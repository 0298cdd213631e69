package slipway.engine.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnForm;
import slipway.engine.DrawnModels.Reference;
import slipway.engine.DrawnModels.Table;
import slipway.engine.Finding;
import slipway.engine.ModelRule;

/**
 * What models refer to comes with them, since all of it is bound by deployment: otherwise it would be found out by whoever
 * gets there.
 */
@Component
class WholeSet implements ModelRule {
    @Override
    public List<Finding> check(DrawnModels models) {
        return missing(models).toList();
    }

    private static Stream<Finding> missing(DrawnModels models) {
        Set<String> tables = models.tables().stream().map(Table::decision).collect(Collectors.toSet());
        Set<String> forms = models.forms().stream().map(DrawnForm::id).collect(Collectors.toSet());
        return models.references().stream()
                .filter(reference -> switch (reference.kind()) {
                    case PROCESS -> !models.processes().contains(reference.id());
                    case DECISION -> !tables.contains(reference.id());
                    case FORM -> !forms.contains(reference.id());
                })
                .map(reference -> new Finding(
                        reference.file(),
                        reference.element(),
                        "refers-to",
                        "refers to the " + words(reference) + " '" + reference.id()
                                + "', which is not in the set; add it, or correct the id"));
    }

    private static String words(Reference reference) {
        return switch (reference.kind()) {
            case PROCESS -> "process";
            case DECISION -> "table";
            case FORM -> "form";
        };
    }
}
