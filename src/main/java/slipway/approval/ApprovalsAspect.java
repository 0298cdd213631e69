package slipway.approval;

import java.util.List;
import org.springframework.stereotype.Component;
import slipway.release.ReleaseAspect;
import slipway.shared.ReleaseNumber;

@Component
class ApprovalsAspect implements ReleaseAspect {
    private final DecidedGates gates;

    ApprovalsAspect(DecidedGates gates) {
        this.gates = gates;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public Object of(ReleaseNumber release) {
        return gates.facts(release).getOrDefault("tests", List.of());
    }
}
