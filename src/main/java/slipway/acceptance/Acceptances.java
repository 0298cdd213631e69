package slipway.acceptance;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Tests and rehearsals of exactly the bound revisions, and the verdicts on them. */
public interface Acceptances {

    /** What is tried before people judge. */
    enum Trial {
        /** New revision installed from the library over what sites run, and read back. */
        INSTALLATION("installation"),
        /** The unit's acceptance command against the installation, where there is one. */
        TESTS("tests"),
        /** For one distinct predecessor: switch to it and forward again, read back and timed. */
        BACK_OUT_REHEARSAL("back-out rehearsal");

        private final String words;

        Trial(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * How a trial of a revision went. {@code predecessor} is what a rehearsal went back to, empty for the other trials;
     * {@code log} is the end of the output, where there is one.
     */
    record Finding(
            UnitRevision revision,
            Trial trial,
            Optional<Content> predecessor,
            boolean passed,
            String summary,
            long millis,
            @Nullable String log) {

        /** Whether there was anything to run; it does not keep a part from passing, but it did not pass either. */
        boolean ran() {
            // What was run has a log, though it may be empty.
            return trial != Trial.TESTS || !passed || log != null;
        }

        /** How it went, in words. */
        String words() {
            return ran() ? (passed ? "passed: " : "failed: ") + summary : "not run: " + summary;
        }
    }

    /** Whether a release is accepted. */
    enum Conclusion {
        /** Every verdict stands: the release moved to {@code ACCEPTED}. */
        ACCEPTED,
        /** One is missing, voided or against it: the release moved back to {@code IN_BUILD}. */
        REWORK
    }

    /** Tries a part in the test environment, outside any transaction, from clean again after a crash; one finding each. */
    List<Finding> attempt(PartId part, Trial trial) throws IOException, InterruptedException;

    /** Keeps findings for ever, bound to the digest that was tried. */
    void record(PartId part, List<Finding> findings);

    /** Whether a verdict stands that the part passed: on exactly its revision, and what is planned as its way back. */
    boolean passed(PartId part);

    /** Whether every part passed, and may still be installed. */
    boolean everyPartPassed(ReleaseNumber release);

    /** The newest findings on exactly the revision that the part is bound to now; rehearsals one a predecessor. */
    List<Finding> findings(PartId part);

    /**
     * The test manager's verdict on a part; passing is refused unless every trial of exactly this revision passed, a
     * rehearsal for each distinct predecessor of the plan among them; what came without an acceptance command passes
     * only with words on what was tried by hand.
     */
    Result judge(PartId part, Actor tester, boolean pass, String reason);

    /**
     * The service owner's word on the release; accepting is refused unless every part's test verdict stands. Refusing
     * names the parts to be made again, none = all.
     */
    Result acceptForBusiness(ReleaseNumber release, Actor owner, boolean accept, Set<UnitId> again, String opinion);

    /** Reads the verdicts, accepts the parts or sends those back that somebody is against, and moves the release. */
    Conclusion conclude(ReleaseNumber release);
}
