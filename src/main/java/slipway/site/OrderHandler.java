package slipway.site;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Manifest;
import slipway.shared.Result;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

/** Does the orders of one kind; implemented by rollout and audit. */
public interface OrderHandler {
    Order.Kind kind();

    /**
     * The work itself, outside any transaction, at a site that is reached automatically. It may run again after a crash,
     * so every step is found done or made again. What it writes goes through the lease. An order whose lease was not
     * finished when this returns normally is an error. One that was begun before its batch was withdrawn may come again
     * afterwards, so it looks first whether it is still wanted.
     */
    void perform(Order order, Lease lease) throws IOException, InterruptedException;

    /**
     * The last word on an order that failed for good, or again and again: writes through the lease what that means, so
     * that a person sees it.
     */
    void gaveUp(Order order, Lease lease, String problem);

    /**
     * An order that was begun is open again, since its work broke off or a report of it was refused. In the transaction
     * that opened it, or right after: whoever does not want it any more withdraws it.
     */
    default void reopened(Order order) {}

    /** What a person is to do at a site that is not reached automatically. */
    Instruction instruction(Order order);

    /** What a person reports to have found at the site after doing it: the manual twin of {@link #perform}. */
    Result byHand(Order order, Lease lease, Actor person, Inventory.Sighting found, String remark);

    /**
     * What a person found at a site whose order was taken back after they were told of it, in the caller's transaction.
     * Nobody asks of it again.
     */
    default Result late(Order order, Actor person, Inventory.Sighting found) {
        return Result.refused("order-over", "This work is over: reload the page and look.");
    }

    /**
     * What to do, in a sentence, for the release of that title. {@code revision} and its files are what is to be there
     * afterwards; none = the unit is to be gone, or where the site is not {@code changed}, whatever is there.
     */
    record Instruction(
            String title, String todo, boolean changed, Optional<UnitRevision> revision, List<Manifest.Entry> files) {
        public Instruction {
            files = List.copyOf(files);
        }

        /** The site is to run that afterwards, empty = the unit is to be gone; signed. */
        public static Instruction toRun(
                String title, String todo, Optional<UnitRevision> revision, List<Manifest.Entry> files) {
            return new Instruction(title, todo, true, revision, files);
        }

        /** Nothing is to be done there but to look; nothing is signed. */
        public static Instruction toLook(String title, String todo) {
            return new Instruction(title, todo, false, Optional.empty(), List.of());
        }
    }
}
