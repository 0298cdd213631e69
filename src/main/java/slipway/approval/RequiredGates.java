package slipway.approval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import slipway.approval.Approvals.Standing;
import slipway.approval.DemandedGates.Demanded;
import slipway.approval.GateRegister.Row;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/** Which of the gates that a release has to pass are open. */
final class RequiredGates {
    private RequiredGates() {}

    /**
     * Each open one with its reason: every part by itself where a gate is decided per part, and every group where groups
     * decide. A gate that the register does not know stays open.
     */
    static List<Refusal> open(
            List<Demanded> demanded,
            Set<UnitId> parts,
            Function<Gate, Optional<Row>> register,
            BiFunction<Demanded, Optional<UnitId>, Standing> standing) {
        List<Refusal> open = new ArrayList<>();
        for (Demanded each : demanded) {
            Optional<Row> row = register.apply(each.gate());
            if (row.isEmpty()) {
                open.add(Refusal.of(
                        "gate-unknown",
                        "The gate '" + each.gate() + "' is demanded, but no model here decides it; add a task that does"
                                + " or mend the table."));
            } else {
                subjects(row.get(), parts)
                        .forEach(part -> Gates.open(standing.apply(each, part), name(row.get(), each, part))
                                .ifPresent(open::add));
            }
        }
        return open;
    }

    private static String name(Row row, Demanded demanded, Optional<UnitId> part) {
        return row.byGroups()
                ? GateWords.name(demanded.gate(), demanded.group())
                : GateWords.name(demanded.gate(), part);
    }

    private static List<Optional<UnitId>> subjects(Row row, Set<UnitId> parts) {
        return row.perPart()
                ? parts.stream()
                        .sorted(Comparator.comparing(UnitId::value))
                        .map(Optional::of)
                        .toList()
                : List.of(Optional.empty());
    }
}
