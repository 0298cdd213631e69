package slipway.release;

import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.CANCELLED;
import static slipway.release.ReleaseState.CLOSED;
import static slipway.release.ReleaseState.DRAFT;
import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.PAUSED;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.change.Changes;
import slipway.event.EventLog;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredReleases implements Releases {
    private final ReleaseRows rows;
    private final PartCommands parts;
    private final Guards guards;
    private final Changes changes;
    private final SiteNumbers numbers;
    private final EventLog log;
    private final Duties duties;
    private final Clock clock;

    StoredReleases(
            ReleaseRows rows,
            PartCommands parts,
            Guards guards,
            Changes changes,
            SiteNumbers numbers,
            EventLog log,
            Duties duties,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.guards = guards;
        this.changes = changes;
        this.numbers = numbers;
        this.log = log;
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public ReleaseNumber draft(Actor requester, String title, String purpose) {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        ReleaseNumber number = ReleaseNumber.of(year, rows.nextSequence(year));
        rows.insert(new Release.Unsubmitted(number, title, purpose, requester, DRAFT, clock.instant()));
        duties.performed(number, Duty.REQUESTER, requester);
        log.append(number, requester, new ReleaseEvent.ReleaseDrafted(title, purpose));
        return number;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Release> find(ReleaseNumber number) {
        return rows.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Release get(ReleaseNumber number) {
        return rows.find(number).orElseThrow(() -> new IllegalArgumentException("there is no release " + number));
    }

    @Override
    public void hold(ReleaseNumber number) {
        rows.lock(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Phase phase(ReleaseNumber number) {
        Release release = get(number);
        return Phase.of(
                release.state(),
                release instanceof SubmittedRelease submitted
                        && changes.notReleasable(submitted.rfcs()).isEmpty()
                        && numbers.overtaken(submitted).isEmpty());
    }

    @Override
    @Transactional(readOnly = true)
    public SubmittedRelease submitted(ReleaseNumber number) {
        return submitted(get(number));
    }

    @Override
    @Transactional(readOnly = true)
    public ReleasePart part(PartId id) {
        return parts.get(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Release> page(Optional<ReleaseNumber> olderThan, int most) {
        olderThan.ifPresent(this::get);
        return olderThan.map(number -> rows.olderThan(number, most)).orElseGet(() -> rows.newest(most));
    }

    @Override
    @Transactional(readOnly = true)
    public List<SubmittedRelease> open() {
        return rows.open();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SubmittedRelease> open(UnitId unit) {
        return rows.open(unit);
    }

    @Override
    public Result submit(ReleaseNumber number, Scope scope, ReleaseType type, int policy) {
        Release release = rows.lock(number);
        Optional<Refusal> notSubmitted = MoveRules.notSubmitted(release);
        if (notSubmitted.isPresent()) {
            return new Result.Refused(notSubmitted.get());
        }
        // Whoever takes one back waits until this is decided, or was first.
        changes.hold(scope.rfcs());
        Optional<Refusal> held =
                changes.notReleasable(scope.rfcs()).or(() -> changes.claim(number, scope.rfcs(), scope.sites()));
        if (held.isPresent()) {
            return new Result.Refused(held.get());
        }
        Optional<SubmittedRelease> before =
                release instanceof SubmittedRelease again ? Optional.of(again) : Optional.empty();
        List<ReleasePart> next =
                Resubmission.parts(number, before.map(SubmittedRelease::parts).orElse(List.of()), scope);
        ReleaseType frozen = Resubmission.type(before, type);
        int bound = Resubmission.policy(before, policy);
        rows.submitted(number, scope, next, frozen, bound);
        log.append(
                number,
                new ReleaseEvent.ReleaseSubmitted(
                        frozen,
                        bound,
                        next.stream().map(ReleasePart::unit).toList(),
                        sorted(scope.rfcs()),
                        sorted(scope.sites())));
        return Result.done();
    }

    private static <T> List<T> sorted(Set<T> values) {
        return values.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    @Override
    public Result pin(PartId part, String pin) {
        return parts.pin(owner(part), part, pin);
    }

    @Override
    public Result resource(PartId part, String source, String pin) {
        return parts.resource(owner(part), part, source, pin);
    }

    @Override
    public Result ready(PartId part, UnitRevision revision) {
        return parts.ready(owner(part), part, revision);
    }

    @Override
    public Result rework(PartId part, String reason) {
        return parts.rework(owner(part), part, reason);
    }

    @Override
    public Result accepted(PartId part) {
        return parts.accepted(owner(part), part);
    }

    private SubmittedRelease owner(PartId part) {
        return submitted(rows.lock(part.release()));
    }

    @Override
    public Result move(ReleaseNumber number, ReleaseState to) {
        Release release = rows.lock(number);
        Optional<Refusal> refused = MoveRules.refused(release, to).or(() -> guarded(release, to));
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        moved(release, to, null);
        log.append(number, new ReleaseEvent.ReleaseMoved(release.state(), to));
        return Result.done();
    }

    @Override
    public Result giveUp(ReleaseNumber number) {
        SubmittedRelease release = submitted(rows.lock(number));
        Optional<Refusal> refused = MoveRules.notGivenUp(release);
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        moved(release, CANCELLED, null);
        log.append(number, new ReleaseEvent.ReleaseMoved(release.state(), CANCELLED));
        return Result.done();
    }

    @Override
    public Result goBack(ReleaseNumber number, ReleaseState to, String why) {
        ReleaseState from = rows.lock(number).state();
        if (from != to && move(number, to) instanceof Result.Refused refused) {
            return refused;
        }
        log.append(number, new ReleaseEvent.ReleaseWentBack(from, to, why));
        return Result.done();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> wentBackBecause(ReleaseNumber number) {
        return WentBack.because(
                log.of(number).stream().map(EventLog.Entry::event).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public int wentBack(ReleaseNumber number) {
        return log.count(number, ReleaseEvent.ReleaseWentBack.class);
    }

    private Optional<Refusal> guarded(Release release, ReleaseState to) {
        if (!(release instanceof SubmittedRelease submitted) || !release.state().nearsSites(to)) {
            return Optional.empty();
        }
        Optional<Refusal> undecided = guards.move(submitted, to);
        if (undecided.isPresent()) {
            return undecided;
        }
        return switch (to) {
            case AUTHORISED -> guards.reserve(submitted);
            case IN_ROLLOUT -> guards.goLive(submitted);
            default -> Optional.empty();
        };
    }

    @Override
    public Result close(ReleaseNumber number, Outcome outcome) {
        SubmittedRelease release = submitted(rows.lock(number));
        Optional<Refusal> refused = MoveRules.notClosable(release).or(() -> guards.closing(release));
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        moved(release, CLOSED, outcome);
        log.append(number, new ReleaseEvent.ReleaseClosed(outcome));
        return Result.done();
    }

    private void moved(Release release, ReleaseState to, @Nullable Outcome outcome) {
        rows.state(release.number(), to, to == PAUSED ? release.state() : null, outcome);
        if (release.state().givesBack(to)) {
            guards.giveBack(release.number());
        }
        if (to.ended()) {
            changes.yield(release.number());
        }
    }

    private static SubmittedRelease submitted(Release release) {
        return switch (release) {
            case SubmittedRelease submitted -> submitted;
            case Release.Unsubmitted draft ->
                throw new IllegalStateException("release " + draft.number() + " never was submitted");
        };
    }
}
