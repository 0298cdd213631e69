package slipway.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.release.Offers;
import slipway.release.ReleasePart;
import slipway.release.SubmittedRelease;
import slipway.shared.PartId;
import slipway.shared.Refusal;

/** What the sources of a release's parts name exactly. */
@Component
class Pins {
    private final Offers offers;

    Pins(Offers offers) {
        this.offers = offers;
    }

    /** What was found out. */
    sealed interface Named {}

    /** Every source names something. */
    record Found(Map<PartId, String> pins) implements Named {}

    /** One names nothing that can be made. */
    record Unknown(Refusal refusal) implements Named {}

    Named now(SubmittedRelease release) {
        Map<PartId, String> pins = new LinkedHashMap<>();
        for (ReleasePart part : toBeMade(release)) {
            switch (offers.pin(part.unit(), part.source())) {
                case Offers.Pinned pinned -> pins.put(part.id(), pinned.pin());
                case Offers.Unpinnable no -> {
                    return new Unknown(no.refusal());
                }
            }
        }
        return new Found(pins);
    }

    /** Why a source does not name what was planned, if so. */
    Optional<Refusal> moved(SubmittedRelease release) {
        return toBeMade(release).stream()
                .flatMap(part -> PinRules.moved(part, offers.pin(part.unit(), part.source())).stream())
                .findFirst();
    }

    private static List<ReleasePart> toBeMade(SubmittedRelease release) {
        return release.parts().stream().filter(PinRules::isToBeMade).toList();
    }
}
