package slipway.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipway.engine.Outcome;
import slipway.engine.Stage;
import slipway.engine.proof.Proof.Assumption;

/** Whether an outcome is possible where a process stands, and how it stands afterwards. */
final class Effects {
    private Effects() {}

    static boolean isPossible(Outcome outcome, Standing standing) {
        Outcome.When when = outcome.when();
        return stageFits(when, standing)
                && when.gates().stream().allMatch(standing::passed)
                && when.once().stream().allMatch(standing::passedOnce)
                && when.facts().entrySet().stream()
                        .allMatch(fact -> Set.of(fact.getValue(), Standing.WHICHEVER)
                                .contains(standing.facts().getOrDefault(fact.getKey(), "")));
    }

    /** Whether the stage, and the one before, are right for it. */
    static boolean stageFits(Outcome.When when, Standing standing) {
        return standing.stage().equals(Stage.ANY)
                || ((when.stages().isEmpty() || when.stages().contains(standing.stage()))
                        && (when.before().isEmpty() || when.before().contains(standing.before())));
    }

    /** One for each combination of values of the facts that matter. */
    static List<Standing> of(Outcome outcome, Standing standing, Set<String> relevant, Assumption assumed) {
        Standing moved = outcome.then()
                .stage()
                .filter(stage -> !standing.stage().equals(Stage.ANY))
                .map(standing::moved)
                .orElse(standing);
        Standing passed = outcome.then().gate().map(moved::passing).orElse(moved);
        List<Standing> all = List.of(passed);
        for (Map.Entry<String, Set<String>> fact : outcome.then().facts().entrySet()) {
            if (relevant.contains(fact.getKey())) {
                all = with(
                        all,
                        fact.getKey(),
                        fact.getKey().equals(assumed.fact()) ? Set.of(assumed.value()) : fact.getValue());
            }
        }
        return all;
    }

    private static List<Standing> with(List<Standing> all, String fact, Set<String> values) {
        List<Standing> more = new ArrayList<>();
        for (Standing standing : all) {
            if (values.isEmpty()) {
                more.add(standing.knowing(Map.of(fact, Standing.WHICHEVER)));
            }
            values.forEach(value -> more.add(standing.knowing(Map.of(fact, value))));
        }
        return more;
    }
}
