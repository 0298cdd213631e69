package slipway.build;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.release.ReleasePart;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/**
 * Software that a vendor delivers: files in one folder a version of the unit's inbox, with the vendor's {@code
 * SHA256SUMS} and, where the register holds the vendor's key, {@code SHA256SUMS.sig} under it.
 */
public interface Deliveries {

    /** How an inspection went, before it is recorded. */
    sealed interface Verdict {}

    /** Every file is named by the checksum file, has its digest, and the signature holds where one is demanded. */
    record Sound(String version, Manifest manifest, String vouchedBy) implements Verdict {}

    /** Something does not fit; the sentence says which file and what to ask of the vendor. */
    record Unsound(String problem) implements Verdict {}

    /** One delivery as it was taken over, or why not; {@code pin} is the digest that the plan bound. */
    record Delivery(
            String key,
            PartId part,
            int attempt,
            String source,
            Digest pin,
            State state,
            String problem,
            String vouchedBy,
            Optional<UnitRevision> revision,
            Optional<Manifest> manifest,
            Instant orderedAt) {

        /** Whether it is still the order to take over what is planned: open, and of the digest that the plan bound. */
        boolean serves(ReleasePart.Planned planned) {
            return state == State.ORDERED
                    && source.equals(planned.source())
                    && pin.hex().equals(planned.pin());
        }
    }

    /** Where a delivery stands. */
    enum State {
        ORDERED,
        SOUND,
        UNSOUND
    }

    /** Writes the order to take the part's delivery over; while one is open it is the same order. */
    Delivery order(PartId part);

    /** Outside any transaction: reads every file, compares with checksum file and signature. Changes nothing. */
    Verdict inspect(String key) throws IOException;

    /** Records the verdict, once. */
    Delivery record(String key, Verdict verdict);

    /** Somebody's answer to an unsound or refused delivery: which delivery to take instead, or the same anew. */
    Result repair(PartId part, Actor engineer, String source, String remark);

    /** The newest delivery of a part, if there is one. */
    Optional<Delivery> newest(PartId part);

    /** The newest delivery of a part; an error when there is none. */
    Delivery latest(PartId part);

    /** Every delivery of a part, newest first. */
    List<Delivery> of(PartId part);
}
