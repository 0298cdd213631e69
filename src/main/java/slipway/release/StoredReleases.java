package slipway.release;

import static slipway.release.ReleaseState.CLOSED;
import static slipway.release.ReleaseState.DRAFT;
import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.SUBMITTED;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredReleases implements Releases {
    private final ReleaseRows rows;
    private final Journal journal;
    private final Duties duties;
    private final ObjectProvider<GoLiveCondition> goLive;
    private final ObjectProvider<ClosingCondition> closing;
    private final Clock clock;

    StoredReleases(
            ReleaseRows rows,
            Journal journal,
            Duties duties,
            ObjectProvider<GoLiveCondition> goLive,
            ObjectProvider<ClosingCondition> closing,
            Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.duties = duties;
        this.goLive = goLive;
        this.closing = closing;
        this.clock = clock;
    }

    @Override
    public ReleaseNumber draft(Actor requester, String title, String purpose) {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        ReleaseNumber number = ReleaseNumber.of(year, rows.nextSequence(year));
        rows.insert(new Release(number, title, purpose, requester, DRAFT, null, null, null, null, clock.instant()));
        duties.performed(number, Duty.REQUESTER, requester);
        journal.append(number, "ReleaseDrafted", requester, Map.of("title", title));
        return number;
    }

    @Override
    @Transactional(readOnly = true)
    public Release get(ReleaseNumber number) {
        return rows.find(number).orElseThrow(() -> new IllegalArgumentException("there is no release " + number));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Release> all() {
        return rows.all();
    }

    @Override
    public Result submit(ReleaseNumber number, Scope scope, ReleaseType type) {
        Release release = rows.lock(number);
        if (release.state() != DRAFT) {
            return wrongState(release, "submitted", DRAFT);
        }
        rows.scope(number, scope, type);
        return moved(
                release,
                SUBMITTED,
                null,
                Map.of("type", type, "unit", scope.unit().value(), "tag", scope.tag()));
    }

    @Override
    public Result retag(ReleaseNumber number, String tag) {
        Release release = rows.lock(number);
        if (release.state() != IN_BUILD) {
            return wrongState(release, "built from another tag", IN_BUILD);
        }
        if (tag.isBlank()) {
            return Result.refusedAt("tag", "tag-required", "Name the tag to build from.");
        }
        Scope scope = release.confirmedScope();
        rows.scope(number, new Scope(scope.unit(), tag, scope.rfcs()), release.frozenType());
        journal.append(number, "ReleaseRetagged", null, Map.of("from", scope.tag(), "to", tag));
        return Result.done();
    }

    @Override
    public Result bindRevision(ReleaseNumber number, UnitRevision revision) {
        Release release = rows.lock(number);
        if (release.state() != IN_BUILD) {
            return wrongState(release, "bound to a revision", IN_BUILD);
        }
        if (!revision.unit().equals(release.confirmedScope().unit())) {
            return Result.refused(
                    "revision-of-scope",
                    "Release " + number + " delivers "
                            + release.confirmedScope().unit() + ", not " + revision.unit() + ".");
        }
        rows.revision(number, revision);
        journal.append(
                number,
                "RevisionBound",
                null,
                Map.of(
                        "version",
                        revision.version(),
                        "digest",
                        revision.digest().hex()));
        return Result.done();
    }

    @Override
    public Result move(ReleaseNumber number, ReleaseState to) {
        Release release = rows.lock(number);
        if (to == CLOSED || to == SUBMITTED || !release.state().mayBecome(to)) {
            return Result.refused(
                    "state-table", "Release " + number + " is " + release.state() + " and cannot become " + to + ".");
        }
        if (to == IN_ROLLOUT && release.state() == ReleaseState.PRE_AUDITED) {
            Optional<Refusal> unmet = unmet(
                    "go live",
                    goLive.stream().map(condition -> condition.unmet(release)),
                    goLive.stream().count());
            if (unmet.isPresent()) {
                return new Result.Refused(unmet.get());
            }
        }
        return moved(release, to, null, Map.of());
    }

    @Override
    public Result close(ReleaseNumber number, Outcome outcome) {
        Release release = rows.lock(number);
        if (!release.state().mayBecome(CLOSED)) {
            return wrongState(release, "closed", ReleaseState.REVIEWED);
        }
        Optional<Refusal> unmet = unmet(
                "close",
                closing.stream().map(condition -> condition.unmet(release)),
                closing.stream().count());
        if (unmet.isPresent()) {
            return new Result.Refused(unmet.get());
        }
        return moved(release, CLOSED, outcome, Map.of("outcome", outcome));
    }

    private Result moved(Release release, ReleaseState to, @Nullable Outcome outcome, Map<String, ?> details) {
        rows.state(release.number(), to, outcome);
        Map<String, Object> all = new TreeMap<>(details);
        all.put("from", release.state());
        all.put("to", to);
        journal.append(release.number(), "ReleaseMoved", null, all);
        return Result.done();
    }

    private static Result wrongState(Release release, String what, ReleaseState needed) {
        return Result.refused(
                "state-table",
                "Release " + release.number() + " is " + release.state() + " and can only be " + what + " while "
                        + needed + ".");
    }

    private static Optional<Refusal> unmet(String what, Stream<Optional<Refusal>> checks, long registered) {
        if (registered == 0) {
            return Optional.of(Refusal.of(
                    "no-condition-registered", "Nothing here checks whether a release may " + what + ", so none may."));
        }
        List<Refusal> all = checks.flatMap(Optional::stream).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String reasons = all.stream().map(Refusal::reason).collect(Collectors.joining(" "));
        return Optional.of(new Refusal(all.getFirst().rule(), all.getFirst().field(), reasons));
    }
}
