package slipway.site;

import java.util.Optional;
import slipway.cmdb.Site;
import slipway.shared.Actor;
import slipway.shared.Result;

/** Orders at sites that are not reached automatically: offered to people, reported by them, taken back. */
public interface HandWork {

    /** What a person needs to know; the manifest is signed, and none for an order that only looks. */
    record Assignment(Order order, Site site, OrderHandler.Instruction instruction, Optional<String> manifest) {}

    /**
     * What a person says of it; {@code inventory} has a line for each file with rights, size, digest and path, for
     * anything else an exclamation mark and its path, and {@code end}, or is the one word {@code nothing}.
     */
    record Report(boolean done, String inventory, String remark) {}

    /** An order that nobody was told of yet; named again after a while, as long as it is not {@link #offered}. */
    Optional<Order> nextToOffer();

    /** Somebody is told of it now; signs what the site is to run. False when it was withdrawn meanwhile. */
    boolean offered(Order order);

    /**
     * An order that was withdrawn after somebody was told of it; named again as long as it is not {@link #retracted}. One to
     * install only once something later is asked at its place: until then whoever may have begun is asked what lies there.
     */
    Optional<Order> nextToRetract();

    /** Those who were told know that it is over. */
    void retracted(Order order);

    /** What is to be done. */
    Assignment assignment(long order);

    /**
     * What was done, or what lies there where the work was taken back meanwhile, in the caller's transaction; refused when
     * the order is over, or the report unclear.
     */
    Result report(long order, Actor person, Report report);
}
