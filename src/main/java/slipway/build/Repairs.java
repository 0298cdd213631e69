package slipway.build;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import slipway.release.Numbers;
import slipway.release.Offers;
import slipway.release.Releases;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.Result;

/** Has a part made of another source after a failed or refused attempt. */
@Component
class Repairs {
    private final Offers offers;
    private final Numbers numbers;
    private final Releases releases;

    Repairs(Offers offers, Numbers numbers, Releases releases) {
        this.offers = offers;
        this.numbers = numbers;
        this.releases = releases;
    }

    /** {@code field} is where the form asks for the source; {@code unfit} what else speaks against its pin. */
    Result take(
            PartId part, String field, String source, String remark, Function<Offers.Pinned, Optional<Refusal>> unfit) {
        if (remark.isBlank()) {
            return Result.refusedAt("remark", "remark-missing", "say what was wrong and what was done");
        }
        return switch (offers.pin(part.unit(), source)) {
            case Offers.Unpinnable none -> refused(field, none.refusal());
            case Offers.Pinned pin -> {
                Optional<Refusal> refusal = unfit.apply(pin)
                        .or(() -> offers.barred(part.unit(), pin.version()))
                        .or(() ->
                                numbers.contradiction(releases.submitted(part.release()), part.unit(), pin.version()));
                yield refusal.isPresent() ? refused(field, refusal.get()) : releases.resource(part, source, pin.pin());
            }
        };
    }

    private static Result refused(String field, Refusal refusal) {
        return Result.refusedAt(field, refusal.rule(), refusal.reason());
    }
}
