package slipway.approval;

/** A decision of a person that a release may need: a row of the register of gates, which process owners extend. */
public record Gate(String id) {
    /** Plan and back-out plan approved as baseline (change manager). */
    public static final Gate PLAN_BASELINE = new Gate("PLAN_BASELINE");

    /** Tests and rehearsal of one part judged (test manager). */
    public static final Gate TEST_VERDICT = new Gate("TEST_VERDICT");

    /** Accepted for the business (service owner). */
    public static final Gate BUSINESS_ACCEPTANCE = new Gate("BUSINESS_ACCEPTANCE");

    /** Go or no-go (change manager). */
    public static final Gate GO_LIVE = new Gate("GO_LIVE");

    @Override
    public String toString() {
        return id;
    }
}
