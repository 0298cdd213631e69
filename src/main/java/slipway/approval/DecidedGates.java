package slipway.approval;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.shared.ReleaseNumber;

/** The decisions so far, as the table of the go or no-go form. */
@Component
class DecidedGates implements DecisionFacts {
    private final Approvals approvals;

    DecidedGates(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Map<String, Object> facts(ReleaseNumber release) {
        List<Map<String, String>> rows = approvals.of(release).stream()
                .map(approval -> Map.of(
                        "gate", approval.gate().name(),
                        "decision", approval.granted() ? "granted" : "denied",
                        "by", approval.actor().id(),
                        "at", approval.at().toString()))
                .toList();
        return Map.of("tests", rows);
    }
}
