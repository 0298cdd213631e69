package slipway.acceptance;

import static slipway.library.Library.State.ACCEPTED;
import static slipway.library.Library.State.CHECKED_IN;
import static slipway.library.Library.State.TESTED;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.acceptance.AcceptanceEvent.AcceptanceGranted;
import slipway.acceptance.AcceptanceEvent.AcceptanceRefused;
import slipway.acceptance.AcceptanceEvent.TrialsEnded;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.approval.Gates;
import slipway.event.EventLog;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.library.Library;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Component
@Transactional
class JudgedAcceptances implements Acceptances {
    private final Trials trials;
    private final FindingRows rows;
    private final Approvals approvals;
    private final Duties duties;
    private final Library library;
    private final PartVerdicts verdicts;
    private final Releases releases;
    private final EventLog log;

    JudgedAcceptances(
            Trials trials,
            FindingRows rows,
            Approvals approvals,
            Duties duties,
            Library library,
            PartVerdicts verdicts,
            Releases releases,
            EventLog log) {
        this.trials = trials;
        this.rows = rows;
        this.approvals = approvals;
        this.duties = duties;
        this.library = library;
        this.verdicts = verdicts;
        this.releases = releases;
        this.log = log;
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<Finding> attempt(PartId part, Trial trial) throws IOException, InterruptedException {
        return trials.attempt(part, trial);
    }

    @Override
    public void record(PartId part, List<Finding> findings) {
        findings.forEach(finding -> rows.add(part, finding));
        Finding first = findings.getFirst();
        log.append(
                part.release(),
                new TrialsEnded(
                        first.revision(),
                        first.trial(),
                        findings.stream().anyMatch(Finding::ran),
                        findings.stream().allMatch(Finding::passed),
                        findings.stream().map(Finding::summary).toList()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean passed(PartId part) {
        return verdicts.verdict(part) instanceof Approvals.Granted;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean everyPartPassed(ReleaseNumber release) {
        return verdicts.against(releases.submitted(release)).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> findings(PartId part) {
        return verdicts.findings(releases.submitted(part.release()).part(part.unit()));
    }

    @Override
    public Result judge(PartId id, Actor tester, boolean pass, String reason) {
        SubmittedRelease release = releases.submitted(id.release());
        ReleasePart part = release.part(id.unit());
        Optional<Refusal> refused = VerdictRules.judged(release, part, pass, reason, verdicts.evidence(part))
                .or(() -> duties.barred(id.release(), Duty.TESTER, tester));
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        approvals.decide(id, Gate.TEST_VERDICT, tester, pass, reason);
        if (pass) {
            advance(release.revision(id.unit()), CHECKED_IN, TESTED);
        }
        return Result.done();
    }

    // The same revision judged a second time, after a detour, may be further already.
    private void advance(UnitRevision revision, Library.State from, Library.State to) {
        boolean due = library.find(revision)
                .filter(holding -> holding.state() == from)
                .isPresent();
        if (due) {
            require(library.advance(revision, to));
        }
    }

    @Override
    public Result acceptForBusiness(
            ReleaseNumber number, Actor owner, boolean accept, Set<UnitId> again, String opinion) {
        SubmittedRelease release = releases.submitted(number);
        Optional<Refusal> refused = AcceptanceRules.accepted(release, accept, again, opinion, verdicts.against(release))
                .or(() -> duties.barred(number, Duty.ACCEPTOR, owner));
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        approvals.decide(number, Gate.BUSINESS_ACCEPTANCE, owner, accept, opinion);
        if (!accept) {
            AcceptanceRules.toMakeAgain(release, again)
                    .forEach(part -> sendBack(part, Gate.BUSINESS_ACCEPTANCE, opinion));
        }
        return Result.done();
    }

    @Override
    public Conclusion conclude(ReleaseNumber number) {
        SubmittedRelease release = releases.submitted(number);
        List<Against> against = verdicts.against(release);
        Optional<Refusal> business =
                Gates.open(approvals.standing(number, Gate.BUSINESS_ACCEPTANCE), Gate.BUSINESS_ACCEPTANCE);
        if (against.isEmpty() && business.isEmpty()) {
            accept(release);
            return Conclusion.ACCEPTED;
        }
        if (against.isEmpty()) {
            business.ifPresent(no ->
                    log.append(number, new AcceptanceRefused(Gate.BUSINESS_ACCEPTANCE, Optional.empty(), no.reason())));
        }
        against.forEach(this::conclude);
        require(releases.move(number, ReleaseState.IN_BUILD));
        return Conclusion.REWORK;
    }

    private void conclude(Against against) {
        PartId part = against.part().id();
        if (against.makeAgain()) {
            sendBack(part, Gate.TEST_VERDICT, against.reason());
        } else if (against.part().revision().isPresent()) {
            log.append(
                    part.release(),
                    new AcceptanceRefused(Gate.TEST_VERDICT, Optional.of(part.unit()), against.reason()));
        }
    }

    private void sendBack(PartId part, Gate gate, String reason) {
        require(releases.rework(part, reason));
        log.append(part.release(), new AcceptanceRefused(gate, Optional.of(part.unit()), reason));
    }

    private void accept(SubmittedRelease release) {
        for (ReleasePart part : release.parts()) {
            advance(release.revision(part.unit()), TESTED, ACCEPTED);
            require(releases.accepted(part.id()));
        }
        log.append(release.number(), new AcceptanceGranted(release.revisions()));
        require(releases.move(release.number(), ReleaseState.ACCEPTED));
    }

    // The rules were asked before, so a refusal here is a fault and undoes the transaction.
    private static void require(Result result) {
        if (result instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
    }
}
