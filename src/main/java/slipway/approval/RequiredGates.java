package slipway.approval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import slipway.approval.Approvals.Standing;
import slipway.approval.GateRegister.Row;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/** Which of the gates that a release has to pass are open. */
public final class RequiredGates {
    private RequiredGates() {}

    /**
     * Each open one with its reason: every part by itself where a gate is decided per part. A gate that the register
     * does not know stays open, and to demand none at all is a mistake of the table, not a pass.
     */
    public static List<Refusal> open(
            List<String> demanded,
            Set<UnitId> parts,
            Function<Gate, Optional<Row>> register,
            BiFunction<Gate, Optional<UnitId>, Standing> standing) {
        if (demanded.isEmpty()) {
            return List.of(Refusal.of("no-gates", "No gate is demanded of this release, and every release needs one."));
        }
        List<Refusal> open = new ArrayList<>();
        for (String id : demanded) {
            Gate gate = new Gate(id);
            Optional<Row> row = register.apply(gate);
            if (row.isEmpty()) {
                open.add(Refusal.of(
                        "gate-unknown",
                        "The gate '" + id + "' is demanded, but the register of gates does not know it; enter it there"
                                + " or mend the table."));
            } else {
                subjects(row.get(), parts)
                        .forEach(part -> Gates.open(standing.apply(gate, part), gate, part)
                                .ifPresent(open::add));
            }
        }
        return open;
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
