package slipway.planning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.approval.DecisionFacts;
import slipway.change.Changes;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.shared.ReleaseNumber;

/** Release and plan as people read them on forms. */
@Component
public class PlanFacts implements DecisionFacts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH);

    private final Releases releases;
    private final Changes changes;
    private final PlanTable plans;

    PlanFacts(Releases releases, Changes changes, PlanTable plans) {
        this.releases = releases;
        this.changes = changes;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> facts(ReleaseNumber number) {
        Release release = releases.get(number);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", number.value());
        facts.put("title", release.title());
        facts.put("requester", release.requester().id());
        if (release.type() != null) {
            facts.put("type", release.type().name());
        }
        if (release.scope() != null) {
            facts.put("unit", release.scope().unit().value());
            facts.put("tag", release.scope().tag());
            facts.put("rfcs", rfcs(release.scope()));
        }
        if (release.revision() != null) {
            facts.put("version", release.revision().version());
            facts.put("revisionDigest", release.revision().digest().hex());
        }
        plans.find(number).ifPresent(plan -> facts.putAll(plan(plan)));
        return facts;
    }

    private static Map<String, Object> plan(Plan plan) {
        return Map.of(
                "objectives",
                plan.objectives().stream()
                        .map(objective -> Map.of("objective", objective))
                        .toList(),
                "start",
                text(plan.start()),
                "end",
                text(plan.end()),
                "backoutTarget",
                plan.backoutTarget().toString(),
                "backoutMinutes",
                plan.backoutLimit().toMinutes(),
                "pointOfNoReturn",
                plan.pointOfNoReturn().name());
    }

    private List<Map<String, String>> rfcs(Scope scope) {
        return scope.rfcs().stream()
                .flatMap(rfc -> changes.find(rfc).stream())
                .map(rfc -> Map.of("number", rfc.number().value(), "title", rfc.title(), "criterion", rfc.criterion()))
                .sorted(Comparator.comparing(row -> row.getOrDefault("number", "")))
                .toList();
    }

    private static String text(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
