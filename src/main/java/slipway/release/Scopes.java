package slipway.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/** Whether a scope can be submitted, as far as registers, sources and what runs at the sites can tell. */
public interface Scopes {
    /** What speaks against the scope whatever the type of the release; its field says where. */
    Optional<Refusal> unfit(Scope scope);

    /** The same, and whether a number contradicts the type. */
    Optional<Refusal> unfit(Scope scope, ReleaseType type);

    /** One part a unit with its source, in the order in which a site gets them. */
    List<PartScope> inOrder(Map<UnitId, String> sources);
}
