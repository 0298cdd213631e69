package slipway.acceptance;

import static slipway.library.Library.State.ACCEPTED;
import static slipway.library.Library.State.CHECKED_IN;
import static slipway.library.Library.State.TESTED;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.library.Library;
import slipway.release.Journal;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

@Component
@Transactional
class JudgedAcceptances implements Acceptances {
    private final Trials trials;
    private final FindingRows rows;
    private final Approvals approvals;
    private final Library library;
    private final Releases releases;
    private final Journal journal;

    JudgedAcceptances(
            Trials trials, FindingRows rows, Approvals approvals, Library library, Releases releases, Journal journal) {
        this.trials = trials;
        this.rows = rows;
        this.approvals = approvals;
        this.library = library;
        this.releases = releases;
        this.journal = journal;
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Finding attempt(ReleaseNumber release, Trial trial) throws IOException, InterruptedException {
        return trials.attempt(release, trial);
    }

    @Override
    public void record(ReleaseNumber release, Finding finding) {
        rows.add(release, finding);
        journal.append(
                release,
                "TrialEnded",
                null,
                Map.of(
                        "trial",
                        finding.trial().name(),
                        "passed",
                        finding.passed(),
                        "summary",
                        finding.summary(),
                        "digest",
                        finding.revision().digest().hex()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Finding> finding(ReleaseNumber release, Trial trial) {
        return rows.newest(release, revision(release), trial);
    }

    @Override
    public Result judge(ReleaseNumber release, Actor tester, boolean pass, String reason) {
        if (!pass) {
            return decide(release, Gate.TEST_VERDICT, tester, false, reason);
        }
        List<String> open = open(release);
        if (!open.isEmpty()) {
            return Result.refusedAt(
                    "decision",
                    "trials-passed",
                    "Only a revision that passed every trial passes: " + String.join("; ", open)
                            + ". Choose FAIL, or have it tried again.");
        }
        return decide(release, Gate.TEST_VERDICT, tester, true, reason);
    }

    private List<String> open(ReleaseNumber release) {
        List<String> open = new ArrayList<>();
        for (Trial trial : Trial.values()) {
            Optional<Finding> finding = finding(release, trial);
            if (finding.isEmpty()) {
                open.add(trial + " is missing");
            } else if (!finding.get().passed()) {
                open.add(finding.get().summary());
            }
        }
        return open;
    }

    @Override
    public Result acceptForBusiness(ReleaseNumber release, Actor owner, boolean accept, String opinion) {
        if (accept && !(approvals.standing(release, Gate.TEST_VERDICT) instanceof Approvals.Granted)) {
            return Result.refusedAt(
                    "decision", "test-verdict-stands", "No test verdict stands for exactly this revision; refuse it.");
        }
        return decide(release, Gate.BUSINESS_ACCEPTANCE, owner, accept, opinion);
    }

    private Result decide(ReleaseNumber release, Gate gate, Actor actor, boolean granted, String reason) {
        if (releases.get(release).state() != ReleaseState.IN_TEST) {
            return Result.refused("release-state", "Release " + release + " is not in test.");
        }
        if (!granted && reason.isBlank()) {
            return Result.refusedAt("reason", "reason-missing", "Say why; the build engineer reads it.");
        }
        approvals.decide(release, gate, actor, granted, reason);
        if (granted) {
            boolean tested = gate == Gate.TEST_VERDICT;
            advance(revision(release), tested ? CHECKED_IN : TESTED, tested ? TESTED : ACCEPTED);
        }
        return Result.done();
    }

    // The same revision judged a second time, after a detour, may be further already.
    private void advance(UnitRevision revision, Library.State from, Library.State to) {
        boolean due =
                library.find(revision).map(holding -> holding.state() == from).orElse(false);
        if (due && library.advance(revision, to) instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
    }

    @Override
    public Conclusion conclude(ReleaseNumber release) {
        for (Gate gate : List.of(Gate.TEST_VERDICT, Gate.BUSINESS_ACCEPTANCE)) {
            Approvals.Standing standing = approvals.standing(release, gate);
            if (!(standing instanceof Approvals.Granted)) {
                journal.append(
                        release,
                        "AcceptanceRefused",
                        null,
                        Map.of(
                                "gate",
                                gate.name(),
                                "reason",
                                reason(standing),
                                "digest",
                                revision(release).digest().hex()));
                move(release, ReleaseState.IN_BUILD);
                return Conclusion.REWORK;
            }
        }
        journal.append(
                release,
                "AcceptanceGranted",
                null,
                Map.of("digest", revision(release).digest().hex()));
        move(release, ReleaseState.ACCEPTED);
        return Conclusion.ACCEPTED;
    }

    private static String reason(Approvals.Standing standing) {
        return switch (standing) {
            case Approvals.Denied denied -> denied.approval().reason();
            case Approvals.Voided voided -> "the " + voided.changed() + " changed after the decision";
            case Approvals.Missing missing -> "nobody decided";
            case Approvals.Granted granted -> granted.approval().reason();
        };
    }

    private void move(ReleaseNumber release, ReleaseState to) {
        if (releases.move(release, to) instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
    }

    private UnitRevision revision(ReleaseNumber release) {
        return releases.get(release).builtRevision();
    }
}
