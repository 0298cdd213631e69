package slipway.release.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.engine.Decisions;
import slipway.policy.Policies;
import slipway.release.ProposedScopes;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.release.Scopes;
import slipway.release.SubmissionCondition;
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
    private final ObjectProvider<SubmissionCondition> conditions;
    private final Releases releases;

    Submissions(
            ProposedScopes proposed,
            Scopes scopes,
            Decisions decisions,
            Policies policies,
            ObjectProvider<SubmissionCondition> conditions,
            Releases releases) {
        this.proposed = proposed;
        this.scopes = scopes;
        this.decisions = decisions;
        this.policies = policies;
        this.conditions = conditions;
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
                .or(() -> conditions(release))
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

    private Optional<Refusal> conditions(ReleaseNumber release) {
        List<SubmissionCondition> all = conditions.stream().toList();
        return all.isEmpty()
                ? Optional.of(Refusal.of(
                        "no-condition-registered",
                        "Nothing here checks whether a release can pass its gates, so none is submitted."))
                : all.stream().flatMap(each -> each.unmet(release).stream()).findFirst();
    }
}
