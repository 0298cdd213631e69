package slipway.build.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.build.Deliveries;
import slipway.build.Deliveries.Delivery;
import slipway.build.PartsChapter;
import slipway.engine.PartVariable;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.release.Dossiers;
import slipway.release.Offers;
import slipway.release.Releases;
import slipway.release.ScopeChapter;
import slipway.shared.PartId;
import slipway.shared.Result;

@Component
class AnswerForDelivery implements UserTask {
    private final Deliveries deliveries;
    private final Offers offers;
    private final Releases releases;
    private final Dossiers dossiers;

    AnswerForDelivery(Deliveries deliveries, Offers offers, Releases releases, Dossiers dossiers) {
        this.deliveries = deliveries;
        this.offers = offers;
        this.releases = releases;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        PartId part = PartVariable.of(task);
        Delivery former = deliveries.latest(part);
        Map<String, Object> facts = new LinkedHashMap<>(dossiers.forForm(part.release(), List.of(ScopeChapter.class)));
        facts.put("unit", part.unit().value());
        facts.put("how", Tables.how(dossiers.chapter(part.release(), PartsChapter.class), part));
        // The field of the same name is the delivery to take next, so the form shows the former one first.
        facts.put("delivery", former.source());
        facts.put("pin", former.pin().hex());
        facts.put(
                "reasons",
                Tables.reasons(
                        releases.submitted(part.release()).part(part.unit()),
                        "Delivery " + former.source(),
                        former.problem()));
        facts.put("deliveries", Tables.choices(offers.of(part.unit())));
        return facts;
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.BUILDER);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (deliveries.repair(
                PartVariable.of(task), submission.actor(), submission.text("delivery"), submission.text("remark"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
