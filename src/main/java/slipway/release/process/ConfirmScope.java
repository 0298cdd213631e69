package slipway.release.process;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.ProposedScopes;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.release.Scopes;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;

@Component
class ConfirmScope implements UserTask {
    private final Releases releases;
    private final ProposedScopes proposed;
    private final Scopes scopes;
    private final ScopeChoices choices;
    private final Changes changes;

    ConfirmScope(Releases releases, ProposedScopes proposed, Scopes scopes, ScopeChoices choices, Changes changes) {
        this.releases = releases;
        this.proposed = proposed;
        this.scopes = scopes;
        this.choices = choices;
        this.changes = changes;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Release release = releases.get(task.release());
        Optional<ProposedScopes.Refused> refused = proposed.refused(release.number());
        Optional<Scope> before = refused.map(ProposedScopes.Refused::scope).or(() -> submittedScope(release));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", release.number().value());
        facts.put("title", release.title());
        facts.put("purpose", release.purpose());
        facts.put(
                "refusal",
                refused.map(ProposedScopes.Refused::reason)
                        .or(() -> releases.wentBackBecause(release.number()))
                        .orElse(""));
        prefill(
                facts,
                "approvedRfcs",
                choices.rfcs(),
                "rfcs",
                before.map(ConfirmScope::rfcs).orElse(List.of()));
        prefill(
                facts,
                "offers",
                choices.parts(),
                "parts",
                before.map(ConfirmScope::parts).orElse(List.of()));
        List<Map<String, String>> sites = choices.sites();
        prefill(
                facts,
                "allSites",
                sites,
                "sites",
                before.map(ConfirmScope::sites).orElse(ScopeChoices.values(sites)));
        return facts;
    }

    private static Optional<Scope> submittedScope(Release release) {
        return release instanceof SubmittedRelease submitted ? Optional.of(submitted.scope()) : Optional.empty();
    }

    /** What is not offered any more is not chosen any more. */
    private static void prefill(
            Map<String, Object> facts,
            String optionsKey,
            List<Map<String, String>> options,
            String field,
            List<String> chosen) {
        List<String> offered = ScopeChoices.values(options);
        facts.put(optionsKey, options);
        facts.put(field, chosen.stream().filter(offered::contains).toList());
    }

    private static List<String> rfcs(Scope scope) {
        return scope.rfcs().stream().map(RfcNumber::value).sorted().toList();
    }

    private static List<String> parts(Scope scope) {
        return scope.parts().stream().map(PartChoice::value).toList();
    }

    private static List<String> sites(Scope scope) {
        return scope.sites().stream().map(SiteId::value).sorted().toList();
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.DRAFT, ReleaseState.SUBMITTED)
                        .giving(QualifyProcess.SUBMITTED, true)
                        .giving(QualifyProcess.URGENT, true, false)
                        .giving(QualifyProcess.HIGHEST_IMPACT, (Object[]) Rfc.Impact.values()),
                Outcome.done()
                        .in(ReleaseState.DRAFT, ReleaseState.SUBMITTED)
                        .to(ReleaseState.CANCELLED)
                        .giving(QualifyProcess.SUBMITTED, false));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        if (submission.text("decision").equals("WITHDRAW")) {
            return withdraw(task.release(), submission);
        }
        Set<RfcNumber> rfcs =
                submission.list("rfcs").stream().map(RfcNumber::new).collect(toSet());
        if (rfcs.isEmpty()) {
            return missing("rfcs", "Choose at least one approved RFC.");
        }
        if (submission.list("parts").isEmpty()) {
            return missing("parts", "Choose at least one unit with its source.");
        }
        return switch (PartChoice.read(submission.list("parts"))) {
            case PartChoice.Unclear no -> new Refused(no.refusal());
            case PartChoice.Chosen chosen -> {
                Set<SiteId> sites = sites(submission);
                yield sites.isEmpty()
                        ? missing("sites", "The register has no site yet; enter one first.")
                        : propose(task.release(), new Scope(scopes.inOrder(chosen.sources()), rfcs, sites));
            }
        };
    }

    private Completion withdraw(ReleaseNumber release, Submission submission) {
        return switch (proposed.withdraw(release, submission.actor(), submission.text("reason"))) {
            case Result.Done done -> Recorded.with(QualifyProcess.SUBMITTED.name(), false);
            case Result.Refused no -> new Refused(no.refusal());
        };
    }

    /** None chosen means every site. */
    private Set<SiteId> sites(Submission submission) {
        List<String> chosen = submission.list("sites");
        return (chosen.isEmpty() ? ScopeChoices.values(choices.sites()) : chosen)
                .stream().map(SiteId::new).collect(toSet());
    }

    private Completion propose(ReleaseNumber release, Scope scope) {
        Optional<Refusal> unfit = scopes.unfit(scope);
        if (unfit.isPresent()) {
            return new Refused(unfit.get());
        }
        proposed.propose(release, scope);
        List<Rfc> rfcs = scope.rfcs().stream()
                .flatMap(number -> changes.find(number).stream())
                .toList();
        Rfc.Impact highest =
                rfcs.stream().map(Rfc::impact).max(Comparator.naturalOrder()).orElse(Rfc.Impact.HIGH);
        return new Recorded(Map.of(
                QualifyProcess.SUBMITTED.name(), true,
                QualifyProcess.URGENT.name(), rfcs.stream().anyMatch(Rfc::urgent),
                QualifyProcess.HIGHEST_IMPACT.name(), highest.name()));
    }

    private static Completion missing(String field, String reason) {
        return new Refused(Refusal.at(field, "scope-complete", reason));
    }
}
