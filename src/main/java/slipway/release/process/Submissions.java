package slipway.release.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.engine.Decisions;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.library.Library;
import slipway.release.Numbering;
import slipway.release.ProposedScopes;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Submits a proposed scope with what the tables decided, read from the ledger. */
@Component
@Transactional
class Submissions {
    private final ProposedScopes scopes;
    private final ScopeChoices choices;
    private final Decisions decisions;
    private final Library library;
    private final Duties duties;
    private final Releases releases;

    Submissions(
            ProposedScopes scopes,
            ScopeChoices choices,
            Decisions decisions,
            Library library,
            Duties duties,
            Releases releases) {
        this.scopes = scopes;
        this.choices = choices;
        this.decisions = decisions;
        this.library = library;
        this.duties = duties;
        this.releases = releases;
    }

    Result submit(ReleaseNumber release) {
        Scope scope = scopes.get(release);
        ReleaseType type = type(release);
        Result result = emergency(type)
                .or(() -> choices.unfit(scope))
                .or(() -> numbering(scope, type))
                .or(() -> duties.unsatisfiable(release, gates(release)))
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> releases.submit(release, scope, type));
        if (result instanceof Result.Refused no) {
            scopes.refused(release, no.refusal().reason());
        }
        return result;
    }

    private ReleaseType type(ReleaseNumber release) {
        List<Map<String, Object>> rows = decisions.latest(release, "release-type");
        if (rows.size() != 1) {
            throw new IllegalStateException("the table release-type gave " + rows.size() + " results instead of one");
        }
        return ReleaseType.valueOf(String.valueOf(rows.getFirst().get("releaseType")));
    }

    private static Optional<Refusal> emergency(ReleaseType type) {
        return type == ReleaseType.EMERGENCY
                ? Optional.of(Refusal.of(
                        "ecab-decides",
                        "Urgent RFCs make an emergency release, which the ECAB authorises in a process of its own; "
                                + "take the urgent RFCs out of this release."))
                : Optional.empty();
    }

    private Optional<Refusal> numbering(Scope scope, ReleaseType type) {
        return library.of(scope.unit()).reversed().stream()
                .filter(holding -> holding.state() == Library.State.LIVE)
                .findFirst()
                .flatMap(live ->
                        Numbering.contradiction(scope.tag(), live.revision().version(), type));
    }

    private List<Duties.OpenGate> gates(ReleaseNumber release) {
        List<Duties.OpenGate> gates = decisions.latest(release, "required-approvals").stream()
                .map(row ->
                        new Duties.OpenGate(duty(String.valueOf(row.get("gate"))), String.valueOf(row.get("groupId"))))
                .toList();
        if (gates.isEmpty()) {
            throw new IllegalStateException("the table required-approvals demands no gate; a release needs one");
        }
        return gates;
    }

    private static Duty duty(String gate) {
        return switch (gate) {
            case "PLAN_BASELINE", "GO_LIVE" -> Duty.AUTHORISER;
            case "TEST_VERDICT" -> Duty.TESTER;
            case "BUSINESS_ACCEPTANCE" -> Duty.ACCEPTOR;
            default -> throw new IllegalStateException("the table required-approvals demands an unknown gate " + gate);
        };
    }
}
