package slipway.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

/** The versions of the release policy. A release is bound to one at submission and asks for no other ever after. */
public interface Policies {

    /** The version in force, to which a release is bound when it is submitted; an error when there is none. */
    Policy inForce();

    /** A version by number. */
    Policy version(int version);

    /** Every reason why that site may not be activated at that instant, in its zone: windows and freezes. */
    List<Refusal> closed(int version, SiteId site, ZoneId zone, Instant at);

    /** The same for many sites at once. */
    List<Refusal> closed(int version, Map<SiteId, ZoneId> sites, Instant at);

    /**
     * The first instant, not before {@code from}, at which every one of these sites may be activated; empty when none
     * comes within 400 days.
     */
    Optional<Instant> nextOpen(int version, Map<SiteId, ZoneId> sites, Instant from);

    /** Puts a policy in force; the former one is superseded. The version is assigned. */
    int putInForce(Policy policy, Actor by);
}
