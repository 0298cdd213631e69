package slipway.acceptance;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/** Tests and rehearsal of exactly the bound revision, and the two verdicts on them. */
public interface Acceptances {

    /** What is tried before people judge. */
    enum Trial {
        /** Back-out target and new revision installed from the library and read back. */
        INSTALLATION,
        /** The repository's acceptance command against the installation. */
        TESTS,
        /** Switch to the back-out target and forward again, read back and timed. */
        BACK_OUT_REHEARSAL
    }

    /** How a trial of a revision went; {@code log} is the end of the output, where there is one. */
    record Finding(
            UnitRevision revision,
            Trial trial,
            boolean passed,
            String summary,
            long millis,
            @Nullable String log) {}

    /** Whether a release is accepted. */
    enum Conclusion {
        /** Both verdicts stand: the release moved to {@code ACCEPTED}. */
        ACCEPTED,
        /** One is missing, voided or against it: the release moved back to {@code IN_BUILD}. */
        REWORK
    }

    /** Tries it in the test environment, outside any transaction, from clean again after a crash. */
    Finding attempt(ReleaseNumber release, Trial trial) throws IOException, InterruptedException;

    /** Keeps a finding for ever, bound to the digest that was tried. */
    void record(ReleaseNumber release, Finding finding);

    /** The newest finding on exactly the revision that the release is bound to now. */
    Optional<Finding> finding(ReleaseNumber release, Trial trial);

    /** The test manager's verdict; passing is refused unless every trial of exactly this revision passed. */
    Result judge(ReleaseNumber release, Actor tester, boolean pass, String reason);

    /** The service owner's word; accepting is refused unless the test verdict stands. */
    Result acceptForBusiness(ReleaseNumber release, Actor owner, boolean accept, String opinion);

    /** Reads both verdicts and moves the release. */
    Conclusion conclude(ReleaseNumber release);
}
