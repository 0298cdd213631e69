package slipway.build;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.Builds.Deposit;
import slipway.library.Library;
import slipway.release.Journal;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Result;

/** The way of what a build made into the library. */
@Component
class CheckIns {
    private final BuildRows rows;
    private final Library library;
    private final Releases releases;
    private final Journal journal;

    CheckIns(BuildRows rows, Library library, Releases releases, Journal journal) {
        this.rows = rows;
        this.library = library;
        this.releases = releases;
        this.journal = journal;
    }

    Result propose(Build build, Deposit deposit) {
        Result result = library.propose(build.revision(), build.made(), deposit.companions(), build.release());
        if (result instanceof Result.Refused no) {
            problem(build, "RevisionRefused", no.refusal().reason());
        } else {
            journal.append(build.release(), "RevisionProposed", null, Map.of("build", build.key()));
        }
        return result;
    }

    Result attestScan(Build build, Actor officer, boolean clean, String scanner, String remark) {
        Result result = library.attestScan(build.revision(), officer, clean, scanner, remark);
        if (result instanceof Result.Done) {
            journal.append(
                    build.release(),
                    "ScanAttested",
                    officer,
                    Map.of("digest", build.revision().digest().hex(), "clean", clean, "scanner", scanner));
            if (!clean) {
                problem(build, "RevisionQuarantined", build.revision() + " is in quarantine: " + remark);
            }
        }
        return result;
    }

    private void problem(Build build, String event, String problem) {
        rows.problem(build.key(), problem);
        journal.append(build.release(), event, null, Map.of("build", build.key(), "problem", problem));
    }

    Result checkIn(Build build) {

        Result result = library.checkIn(build.revision());
        if (result instanceof Result.Done) {
            require(releases.bindRevision(build.release(), build.revision()));
            require(releases.move(build.release(), ReleaseState.IN_TEST));
            journal.append(
                    build.release(),
                    "UnitCheckedIn",
                    null,
                    Map.of(
                            "version",
                            build.revision().version(),
                            "digest",
                            build.revision().digest().hex()));
        }
        return result;
    }

    // After a check-in both follow, so a refusal is a fault and undoes the transaction.
    private static void require(Result result) {
        if (result instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
    }
}
