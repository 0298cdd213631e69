package slipway.build;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.build.BuildEvent.DeliveryAnswered;
import slipway.build.BuildEvent.DeliveryOrdered;
import slipway.build.BuildEvent.DeliverySound;
import slipway.build.BuildEvent.DeliveryUnsound;
import slipway.event.EventLog;
import slipway.release.ReleasePart;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.Result;

@Component
@Transactional
class StoredDeliveries implements Deliveries {
    private final DeliveryRows rows;
    private final Inspection inspection;
    private final PartsInWork parts;
    private final Repairs repairs;
    private final EventLog log;

    StoredDeliveries(DeliveryRows rows, Inspection inspection, PartsInWork parts, Repairs repairs, EventLog log) {
        this.rows = rows;
        this.inspection = inspection;
        this.parts = parts;
        this.repairs = repairs;
        this.log = log;
    }

    @Override
    public Delivery order(PartId id) {
        ReleasePart.Planned part = parts.planned(id);
        Digest pin = new Digest(part.pin());
        List<Delivery> former = rows.of(id);
        Optional<Delivery> open = former.stream().findFirst().filter(last -> last.serves(part));
        if (open.isPresent()) {
            return open.get();
        }
        String key = "DLV-" + id.release() + "-" + id.unit() + "-" + (former.size() + 1);
        rows.add(key, id, former.size() + 1, part.source(), pin);
        log.append(id.release(), new DeliveryOrdered(key, id.unit(), part.source(), pin));
        return get(key);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Verdict inspect(String key) throws IOException {
        Delivery delivery = get(key);
        return switch (delivery.state()) {
            case ORDERED -> inspection.inspect(delivery);
            case UNSOUND -> new Unsound(delivery.problem());
            case SOUND -> new Sound(delivery.source(), delivery.manifest().orElseThrow(), delivery.vouchedBy());
        };
    }

    @Override
    public Delivery record(String key, Verdict verdict) {
        Delivery delivery = rows.lock(key).orElseThrow(() -> none(key));
        if (delivery.state() != State.ORDERED) {
            return delivery;
        }
        switch (verdict) {
            case Sound sound -> rows.sound(key, sound);
            case Unsound unsound -> rows.unsound(key, unsound);
        }
        Delivery recorded = get(key);
        PartId part = recorded.part();
        log.append(
                part.release(),
                recorded.revision()
                        .<BuildEvent>map(revision -> new DeliverySound(key, revision, recorded.vouchedBy()))
                        .orElseGet(() -> new DeliveryUnsound(key, part.unit(), recorded.source(), recorded.problem())));
        return recorded;
    }

    @Override
    public Result repair(PartId part, Actor engineer, String source, String remark) {
        Delivery delivery = latest(part);
        Result result = repairs.take(part, "delivery", source, remark, pin -> Optional.empty());
        if (result instanceof Result.Done) {
            log.append(part.release(), engineer, new DeliveryAnswered(delivery.key(), part.unit(), source, remark));
        }
        return result;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Delivery> newest(PartId part) {
        return rows.of(part).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Delivery latest(PartId part) {
        return newest(part).orElseThrow(() -> new IllegalStateException("part " + part + " has no delivery"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Delivery> of(PartId part) {
        return rows.of(part);
    }

    private Delivery get(String key) {
        return rows.find(key).orElseThrow(() -> none(key));
    }

    private static IllegalStateException none(String key) {
        return new IllegalStateException("there is no delivery " + key);
    }
}
