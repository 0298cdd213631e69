package slipway.build;

/** A vendor's delivery cannot be taken over as it is; the sentence says which file, and what to ask of the vendor. */
final class UnfitDelivery extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitDelivery(String message) {
        super(message);
    }
}
