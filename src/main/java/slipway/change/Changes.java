package slipway.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;

/** The RFCs, kept in own tables. */
public interface Changes {

    Optional<Rfc> find(RfcNumber number);

    /** Approved and not yet implemented, by number. */
    List<Rfc> approved();

    /** Why these RFCs may not enter a release, if so: unknown or not approved; names each of them. */
    Optional<Refusal> notReleasable(Set<RfcNumber> numbers);

    /** The release delivered them with their criteria passed. */
    void implemented(Set<RfcNumber> numbers);

    /** Takes over an RFC from elsewhere; an existing number is updated. */
    void register(Rfc rfc);
}
