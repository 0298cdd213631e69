package slipway.rollout;

import org.jspecify.annotations.Nullable;
import slipway.cmdb.Cmdb;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What is authorised at a place again once a release is not there, by whom it was before. */
final class Authorisations {
    private Authorisations() {}

    /** {@code revision} null = the unit may not run there. */
    static void giveBack(Cmdb cmdb, Target target, @Nullable UnitRevision revision, @Nullable ReleaseNumber broughtBy) {
        if (revision == null) {
            cmdb.withdraw(target.site(), target.unit(), target.release());
        } else {
            cmdb.authorise(target.site(), revision, broughtBy);
        }
    }
}
