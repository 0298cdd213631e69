package slipway.approval.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.approval.Gates;
import slipway.engine.Decisions;
import slipway.release.GoLiveCondition;
import slipway.release.Release;
import slipway.shared.Refusal;

/** Every gate that the table {@code required-approvals} demanded of this release is passed, and still stands. */
@Component
class RequiredGatesPassed implements GoLiveCondition {
    private static final String TABLE = "required-approvals";

    private final Decisions decisions;
    private final Approvals approvals;

    RequiredGatesPassed(Decisions decisions, Approvals approvals) {
        this.decisions = decisions;
        this.approvals = approvals;
    }

    @Override
    public Optional<Refusal> unmet(Release release) {
        List<Map<String, Object>> rows = decisions.latest(release.number(), TABLE);
        if (rows.isEmpty()) {
            return Optional.of(Refusal.of("no-gates", "The table " + TABLE + " demands no gate: a release needs one."));
        }
        return rows.stream()
                .map(row -> Gate.valueOf(String.valueOf(row.get("gate"))))
                .flatMap(gate -> Gates.open(approvals.standing(release.number(), gate), gate).stream())
                .findFirst();
    }
}
