package slipway.release.process;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.change.Rfc;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.ProposedScopes;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

@Component
class ConfirmScope implements UserTask {
    private final Releases releases;
    private final ProposedScopes scopes;
    private final ScopeChoices choices;

    ConfirmScope(Releases releases, ProposedScopes scopes, ScopeChoices choices) {
        this.releases = releases;
        this.scopes = scopes;
        this.choices = choices;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Release release = releases.get(task.release());
        Map<String, Object> facts = new LinkedHashMap<>(choices.options());
        facts.put("number", release.number().value());
        facts.put("title", release.title());
        facts.put("purpose", release.purpose());
        facts.put("refusal", scopes.refusal(release.number()).orElse(""));
        return facts;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        if (submission.text("decision").equals("WITHDRAW")) {
            return Recorded.with(QualifyProcess.SUBMITTED.name(), false);
        }
        Set<RfcNumber> rfcs =
                submission.list("rfcs").stream().map(RfcNumber::new).collect(toSet());
        Optional<String> unit = submission.optionalText("unit");
        Optional<String> tag = submission.optionalText("tag");
        if (rfcs.isEmpty()) {
            return missing("rfcs", "Choose at least one approved RFC.");
        }
        if (unit.isEmpty()) {
            return missing("unit", "Choose the unit that this release delivers.");
        }
        if (tag.isEmpty()) {
            return missing("tag", "Choose the tag to build from.");
        }
        return propose(task, new Scope(new UnitId(unit.get()), tag.get(), rfcs));
    }

    private Completion propose(TaskContext task, Scope scope) {
        Optional<Refusal> unfit = choices.unfit(scope);
        if (unfit.isPresent()) {
            return new Refused(unfit.get());
        }
        scopes.propose(task.release(), scope);
        List<Rfc> rfcs = choices.rfcs(scope);
        Rfc.Impact highest =
                rfcs.stream().map(Rfc::impact).max(Comparator.naturalOrder()).orElse(Rfc.Impact.HIGH);
        return new Recorded(Map.of(
                QualifyProcess.SUBMITTED.name(), true,
                QualifyProcess.URGENT.name(), rfcs.stream().anyMatch(Rfc::urgent),
                QualifyProcess.HIGHEST_IMPACT.name(), highest.name(),
                QualifyProcess.RFC_COUNT.name(), rfcs.size()));
    }

    private static Completion missing(String field, String reason) {
        return new Refused(Refusal.at(field, "scope-complete", reason));
    }
}
