package slipway.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** The RFCs, kept in own tables, and which open release has which criterion at which site. */
public interface Changes {

    Optional<Rfc> find(RfcNumber number);

    /** Approved and not yet implemented, by number. */
    List<Rfc> approved();

    /** Requested or approved, for one of these units, by number. */
    List<Rfc> open(Set<UnitId> units);

    /** Nobody changes the status of these RFCs until the transaction ends, but it itself. */
    void hold(Set<RfcNumber> numbers);

    /** Why these RFCs may not be (or stay) in a release, if so: unknown or not approved; names each of them. */
    Optional<Refusal> notReleasable(Set<RfcNumber> numbers);

    /**
     * Claims every criterion of these RFCs at these sites for one open release, all or nothing. Refused with {@code
     * rfc-in-one-release}, naming each RFC and the release that holds it. Claims of the same release before are replaced.
     */
    Optional<Refusal> claim(ReleaseNumber release, Set<RfcNumber> numbers, Set<SiteId> sites);

    /** The release ended or gives its RFCs back: its claims end. */
    void yield(ReleaseNumber release);

    /** The release never comes to these sites: its claims there end, and others may bring there what it was to bring. */
    void yield(ReleaseNumber release, Set<SiteId> sites);

    /** The open releases that have claims on an RFC, by number. */
    List<ReleaseNumber> claimants(RfcNumber number);

    /** Every release that has ever had a claim on an RFC, by number. */
    List<ReleaseNumber> everClaimedBy(RfcNumber number);

    /**
     * The release delivered them with their criteria passed. Only what is still {@code APPROVED} becomes implemented, and
     * only when no other open release has it at further sites: the last one completes it.
     */
    void implemented(ReleaseNumber release, Set<RfcNumber> numbers);

    /**
     * Change management takes back ({@code WITHDRAWN}) or rejects ({@code REJECTED}) what is requested or approved. The
     * claims of open releases stay until they are submitted again or end.
     */
    Result takeBack(RfcNumber number, Actor actor, Rfc.Status as, String reason);

    /** Takes over an RFC from elsewhere; an existing number is updated. */
    void register(Rfc rfc);
}
