package slipway.planning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.approval.Gates;
import slipway.event.EventLog;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.planning.Plan.Return;
import slipway.release.Numbers;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredPlans implements Plans {
    private final PlanTable plans;
    private final Pins pins;
    private final Releases releases;
    private final ReturnsNow returnsNow;
    private final Approvals approvals;
    private final Duties duties;
    private final Numbers numbers;
    private final People people;
    private final EventLog log;
    private final Clock clock;

    StoredPlans(
            PlanTable plans,
            Pins pins,
            Releases releases,
            ReturnsNow returnsNow,
            Approvals approvals,
            Duties duties,
            Numbers numbers,
            People people,
            EventLog log,
            Clock clock) {
        this.plans = plans;
        this.pins = pins;
        this.releases = releases;
        this.returnsNow = returnsNow;
        this.approvals = approvals;
        this.duties = duties;
        this.numbers = numbers;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Result draft(Draft draft) {
        SubmittedRelease release = releases.submitted(draft.release());
        Optional<Refusal> broken = PlanRules.notSubmitted(release)
                .or(() -> PlanRules.broken(draft, clock.instant()))
                .or(() -> numbers.fallsBack(release, release.sites()).map(PlanRules::scopeFirst))
                .or(() -> Approvers.nobodyLeft(
                        changeManagers(), barred(draft.release()), draft.author(), people.persons()));
        if (broken.isPresent()) {
            return new Result.Refused(broken.get());
        }
        return switch (pins.now(release)) {
            case Pins.Unknown no -> new Result.Refused(no.refusal());
            case Pins.Found found -> {
                write(draft, returnsNow.of(release), found.pins());
                yield Result.done();
            }
        };
    }

    private Set<Actor> changeManagers() {
        return people.membersOf(Approvers.GROUP).stream().map(Person::actor).collect(Collectors.toUnmodifiableSet());
    }

    private Predicate<Actor> barred(ReleaseNumber release) {
        return member -> duties.barred(release, Duty.AUTHORISER, member).isPresent();
    }

    private void write(Draft draft, List<Return> returns, Map<PartId, String> named) {
        named.forEach((part, pin) -> require(releases.pin(part, pin)));
        Plan plan = new Plan(
                draft.release(),
                plans.next(draft.release()),
                draft.objectives(),
                draft.start(),
                draft.end(),
                returns,
                draft.backoutLimit(),
                draft.pointOfNoReturn(),
                draft.author());
        plans.add(plan);
        log.append(
                plan.release(),
                plan.author(),
                new PlanningEvent.PlanDrafted(
                        plan.version(), plan.start(), plan.end(), plan.backoutLimit(), plan.pointOfNoReturn()));
    }

    // The state was checked before, so a refusal here is a fault and undoes the transaction.
    private static void require(Result result) {
        if (result instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<PlanChapter.ReturnTo> returnsNow(ReleaseNumber release) {
        return Returns.chapter(returnsNow.of(releases.submitted(release)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> returnsChanged(SubmittedRelease release, Set<PlaceOfUnit> places) {
        return Returns.changed(release.state(), get(release.number()), returnsNow.of(release), places);
    }

    private Optional<Refusal> outdated(SubmittedRelease release) {
        return pins.moved(release).or(() -> returnsChanged(release, everywhere(release)));
    }

    private static Set<PlaceOfUnit> everywhere(SubmittedRelease release) {
        return release.parts().stream()
                .flatMap(part -> release.sites().stream().map(site -> new PlaceOfUnit(site, part.unit())))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Plan> find(ReleaseNumber release) {
        return plans.find(release);
    }

    @Override
    @Transactional(readOnly = true)
    public Plan get(ReleaseNumber release) {
        return find(release).orElseThrow(() -> new IllegalStateException("release " + release + " has no plan"));
    }

    @Override
    @Transactional(readOnly = true)
    public Instant windowEnd(ReleaseNumber release) {
        return plans.windowEnd(release)
                .orElseThrow(() -> new IllegalStateException("release " + release + " has no plan"));
    }

    @Override
    public Result decideBaseline(ReleaseNumber number, Actor actor, boolean approved, String reason) {
        SubmittedRelease release = releases.submitted(number);
        Optional<Refusal> broken = PlanRules.notSubmitted(release)
                .or(() -> Approvers.authorDecides(get(number), actor, people.persons()))
                .or(() -> duties.barred(number, Duty.AUTHORISER, actor))
                .or(() -> PlanRules.returnedWithoutReason(approved, reason))
                .or(() -> approved ? outdated(release) : Optional.empty());
        if (broken.isPresent()) {
            return new Result.Refused(broken.get());
        }
        approvals.decide(number, Gate.PLAN_BASELINE, actor, approved, reason);
        return Result.done();
    }

    @Override
    public Result publish(ReleaseNumber number) {
        Optional<Refusal> open = Gates.open(approvals.standing(number, Gate.PLAN_BASELINE), Gate.PLAN_BASELINE)
                .or(() -> outdated(releases.submitted(number)));
        if (open.isPresent()) {
            return new Result.Refused(open.get());
        }
        Result moved = releases.move(number, ReleaseState.PLANNED);
        if (moved instanceof Result.Done) {
            log.append(number, new PlanningEvent.PlanPublished(get(number).version()));
        }
        return moved;
    }
}
