package slipway.build;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/** The way of what was built or delivered into the library, and the release on to its tests. */
public interface CheckIns {

    /** What came of putting a part into the store. */
    sealed interface Deposit {}

    /** Every file lies there; companions are sources, papers, log and documents by name. */
    record Deposited(String attempt, Map<String, Digest> companions) implements Deposit {
        public Deposited {
            companions = Map.copyOf(companions);
        }
    }

    /** It is not any more what was inspected; the sentence says what changed. */
    record Altered(String attempt, String problem) implements Deposit {}

    /** {@code PLANNED → IN_BUILD}, or in it already after a rework; the number of parts. */
    int begin(ReleaseNumber release);

    /** What is to be done for the part at that place. */
    PartToMake select(ReleaseNumber release, int place);

    /** Why a part of no known route cannot be made ready; it should have been refused at submission. */
    Refusal undeliverable(PartId part);

    /** Puts what the newest attempt made into the store, outside any transaction; the same again after a crash. */
    Deposit deposit(PartId part) throws IOException, InterruptedException;

    /** Proposes it to the library; a refusal is kept with the attempt for who repairs it. */
    Result propose(PartId part, Deposit deposit);

    /** The revision that the newest attempt at a part made; an error when it made none. */
    UnitRevision proposed(PartId part);

    /** The same; empty when it made none. */
    Optional<UnitRevision> offered(PartId part);

    /** The security officer's word on exactly the revision that the part proposed last. */
    Result attestScan(PartId part, Actor officer, boolean clean, String scanner, String remark);

    /** Checks the revision in and makes the part ready with it; {@code authors-unknown} while any is open. */
    Result checkIn(PartId part);

    /** {@code IN_BUILD → IN_TEST} when every part is ready. */
    Result conclude(ReleaseNumber release);
}
