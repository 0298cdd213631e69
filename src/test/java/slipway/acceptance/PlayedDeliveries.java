package slipway.acceptance;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.build.Deliveries;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/** Deliveries that were taken over before the test begins. */
final class PlayedDeliveries implements Deliveries {
    private final Map<PartId, Delivery> taken = new HashMap<>();

    void reset() {
        taken.clear();
    }

    void took(PartId part, UnitRevision revision, String vouchedBy) {
        taken.put(
                part,
                new Delivery(
                        "DLV-1",
                        part,
                        1,
                        revision.version(),
                        revision.digest(),
                        State.SOUND,
                        "",
                        vouchedBy,
                        Optional.of(revision),
                        Optional.empty(),
                        Instant.EPOCH));
    }

    @Override
    public Optional<Delivery> newest(PartId part) {
        return Optional.ofNullable(taken.get(part));
    }

    @Override
    public Delivery latest(PartId part) {
        return newest(part).orElseThrow();
    }

    @Override
    public List<Delivery> of(PartId part) {
        return newest(part).stream().toList();
    }

    @Override
    public Delivery order(PartId part) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Verdict inspect(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivery record(String key, Verdict verdict) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result repair(PartId part, Actor engineer, String source, String remark) {
        throw new UnsupportedOperationException();
    }
}
