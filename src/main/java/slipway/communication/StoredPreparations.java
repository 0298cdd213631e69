package slipway.communication;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.communication.CommunicationEvent.ReadinessConfirmed;
import slipway.communication.CommunicationEvent.ReadinessDenied;
import slipway.communication.CommunicationEvent.RolloutAnnounced;
import slipway.event.EventLog;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;

@Component
@Transactional
class StoredPreparations implements Preparations {
    private final ReadinessTable table;
    private final SitesInWaves waves;
    private final Plans plans;
    private final Coordinators coordinators;
    private final Releases releases;
    private final EventLog log;
    private final Clock clock;

    StoredPreparations(
            ReadinessTable table,
            SitesInWaves waves,
            Plans plans,
            Coordinators coordinators,
            Releases releases,
            EventLog log,
            Clock clock) {
        this.table = table;
        this.waves = waves;
        this.plans = plans;
        this.coordinators = coordinators;
        this.releases = releases;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Round announce(ReleaseNumber release) {
        List<Readiness.Group> toAsk = Readiness.open(waves.groups(release), ready(release));
        int round = table.ask(release, toAsk, clock.instant());
        log.append(release, new RolloutAnnounced(round, coordinators.answering(toAsk)));
        return new Round(round, toAsk.size());
    }

    @Override
    @Transactional(readOnly = true)
    public Actor asked(Question question) {
        return request(question).coordinator();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor> reserved(Question question) {
        return Optional.of(asked(question)).filter(coordinators::include);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SiteToPrepare> sites(Question question) {
        Plan plan = plans.get(question.release());
        Set<SiteId> asked = request(question).sites();
        return waves.places(question.release()).stream()
                .filter(place -> asked.contains(place.site()))
                .sorted(Comparator.comparing(place -> place.site().value()))
                .map(place -> new SiteToPrepare(
                        place.site(), place.name(), place.wave(), LocalWindow.text(plan, place.zone())))
                .toList();
    }

    @Override
    public Result confirm(Question question, Actor actor, boolean ready, boolean trained, String reason) {
        Optional<Refusal> refused = Readiness.notAsked(reserved(question), actor, coordinators.include(actor))
                .or(() -> Readiness.wrong(ready, trained, reason));
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        List<SiteId> sites = request(question).sites().stream()
                .sorted(Comparator.comparing(SiteId::value))
                .toList();
        table.answer(question, actor, ready, trained, reason, clock.instant());
        log.append(
                question.release(),
                actor,
                ready ? new ReadinessConfirmed(sites, reason) : new ReadinessDenied(sites, reason));
        return Result.done();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> missing(ReleaseNumber release) {
        return Readiness.missing(waves.groups(release), ready(release));
    }

    @Override
    public boolean assess(ReleaseNumber release) {
        if (missing(release).isPresent()) {
            return false;
        }
        if (releases.move(release, ReleaseState.PREPARED) instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
        return true;
    }

    private Set<String> ready(ReleaseNumber release) {
        return table.words(release).values().stream()
                .filter(ReadinessTable.Word::ready)
                .map(ReadinessTable.Word::occasion)
                .collect(Collectors.toSet());
    }

    private ReadinessTable.Request request(Question question) {
        return table.request(question)
                .orElseThrow(() -> new IllegalStateException("nobody was asked question " + question.place()
                        + " in round " + question.round() + " of release " + question.release()));
    }
}
