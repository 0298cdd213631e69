package slipway.approval.process;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.Rule;
import slipway.engine.ModelDemands;

/** What the table {@code required-approvals} demands, for each type of release. */
@Component
class DemandsOfModels implements ModelDemands {
    private static final String TYPE = "releaseType";
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z_]+)\"");

    @Override
    public List<Demand> of(DrawnModels models) {
        return models.table(DecidedGates.TABLE).stream()
                .flatMap(table -> table.rules().stream())
                .map(DemandsOfModels::demand)
                .toList();
    }

    private static Demand demand(Rule rule) {
        return new Demand(
                rule.outputs().getOrDefault("gate", ""),
                rule.outputs().getOrDefault("before", ""),
                TYPE,
                types(rule.inputs().getOrDefault(TYPE, "")));
    }

    /** What is not a plain list of types may mean each. */
    private static Set<String> types(String entry) {
        return entry.matches("\\s*\"[A-Z_]+\"(\\s*,\\s*\"[A-Z_]+\")*\\s*")
                ? LITERAL.matcher(entry)
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
