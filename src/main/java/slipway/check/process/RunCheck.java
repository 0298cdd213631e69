package slipway.check.process;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.check.Checks;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.ProcessVariable;
import slipway.engine.Work;
import slipway.engine.WorkOrder;
import slipway.release.ReleaseState;
import slipway.shared.UnitId;

/**
 * The building block <em>Check</em>: a command that the operator allows looks at the files of each part, or of the one
 * part that its process is about. The verdict is a routing fact named after the check: {@code load-test} gives {@code
 * loadTestCheck}.
 */
@Component
class RunCheck implements Work {
    static final String TOPIC = "check";
    static final String CHECK = "check";
    static final String PASSED = "PASSED";
    static final String FAILED = "FAILED";

    /** In which there is something in the library that the release delivers. */
    private static final Set<ReleaseState> STATES = EnumSet.range(ReleaseState.IN_BUILD, ReleaseState.REVIEWED);

    private final Checks checks;

    RunCheck(Checks checks) {
        this.checks = checks;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Contract contract(Block block) {
        Outcome ran = Outcome.done().in(STATES.toArray(ReleaseState[]::new));
        String name = name(block.properties());
        return Contract.of(name.isEmpty() ? ran : ran.giving(variable(name), Set.of(PASSED, FAILED)))
                .touchingWorld();
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        String name = name(order.block().properties());
        Optional<UnitId> part = Optional.ofNullable(order.variables().get(PartVariable.UNIT.name()))
                .map(unit -> new UnitId(unit.toString()));
        Checks.Asked asked =
                new Checks.Asked(order.key(), order.release(), order.block().name(), name, part);
        List<Checks.Finding> findings = checks.run(asked);
        return () -> Map.of(variable(name), checks.record(asked, findings) ? PASSED : FAILED);
    }

    /** The check that a task with these extension properties names; empty when it names none. */
    static String name(Map<String, String> properties) {
        return properties.getOrDefault(CHECK, "").strip();
    }

    /** What a gateway reads, which no fact of Slipway's own ends like. */
    static String variable(String name) {
        return ProcessVariable.named(name, "Check");
    }
}
