package slipway.release.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.engine.Decisions;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.policy.Policies;
import slipway.release.ProposedScopes;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.release.Scopes;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Submits a proposed scope with what the tables decided, read from the ledger. */
@Component
@Transactional
class Submissions {
    private final ProposedScopes proposed;
    private final Scopes scopes;
    private final Decisions decisions;
    private final Policies policies;
    private final Duties duties;
    private final Releases releases;

    Submissions(
            ProposedScopes proposed,
            Scopes scopes,
            Decisions decisions,
            Policies policies,
            Duties duties,
            Releases releases) {
        this.proposed = proposed;
        this.scopes = scopes;
        this.decisions = decisions;
        this.policies = policies;
        this.duties = duties;
        this.releases = releases;
    }

    /** What the table decided, or the type that the release had before where that one is higher. */
    ReleaseType type(ReleaseNumber release) {
        List<Map<String, Object>> rows = decisions.latest(release, "release-type");
        if (rows.size() != 1) {
            throw new IllegalStateException("the table release-type gave " + rows.size() + " results instead of one");
        }
        ReleaseType decided = ReleaseType.valueOf(String.valueOf(rows.getFirst().get("releaseType")));
        return releases.get(release) instanceof SubmittedRelease before ? decided.atLeast(before.type()) : decided;
    }

    Result submit(ReleaseNumber release) {
        Scope scope = proposed.get(release);
        ReleaseType type = type(release);
        Result result = emergency(type)
                .or(() -> scopes.unfit(scope, type))
                .or(() -> gates(release))
                .<Result>map(Result.Refused::new)
                .orElseGet(() ->
                        releases.submit(release, scope, type, policies.inForce().version()));
        if (result instanceof Result.Refused no) {
            proposed.refuse(release, no.refusal());
        }
        return result;
    }

    private static Optional<Refusal> emergency(ReleaseType type) {
        return type == ReleaseType.EMERGENCY
                ? Optional.of(Refusal.of(
                        "ecab-decides",
                        "Urgent RFCs make an emergency release, which the ECAB authorises in a process of its own; "
                                + "take the urgent RFCs out of this release."))
                : Optional.empty();
    }

    /** Each demanded gate must be one that is known here, and somebody must be left who may pass it. */
    private Optional<Refusal> gates(ReleaseNumber release) {
        List<Duties.OpenGate> gates = new ArrayList<>();
        for (Map<String, Object> row : decisions.latest(release, "required-approvals")) {
            String gate = String.valueOf(row.get("gate"));
            Optional<Duty> duty = duty(gate);
            if (duty.isEmpty()) {
                return Optional.of(Refusal.of(
                        "gate-unknown",
                        "The table required-approvals demands the gate " + gate
                                + ", whose duty is not known here. The process owner mends the table."));
            }
            gates.add(new Duties.OpenGate(duty.get(), String.valueOf(row.get("groupId"))));
        }
        return gates.isEmpty()
                ? Optional.of(Refusal.of(
                        "gates-missing",
                        "The table required-approvals demands no gate, and a release needs one. The process owner mends"
                                + " the table."))
                : duties.unsatisfiable(release, gates);
    }

    private static Optional<Duty> duty(String gate) {
        return switch (gate) {
            case "PLAN_BASELINE", "GO_LIVE" -> Optional.of(Duty.AUTHORISER);
            case "TEST_VERDICT" -> Optional.of(Duty.TESTER);
            case "BUSINESS_ACCEPTANCE" -> Optional.of(Duty.ACCEPTOR);
            default -> Optional.empty();
        };
    }
}
