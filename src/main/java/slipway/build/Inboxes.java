package slipway.build;

import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.shared.UnitId;

/** Where each unit's vendor delivers, as the register says now. */
@Component
class Inboxes {
    private final Cmdb cmdb;

    Inboxes(Cmdb cmdb) {
        this.cmdb = cmdb;
    }

    Inbox of(UnitId unit) throws UnfitDelivery {
        if (cmdb.unit(unit) instanceof Unit.Software software && software.source() instanceof Unit.Vendor vendor) {
            return new Inbox(unit, vendor);
        }
        throw new UnfitDelivery("the register names no vendor of " + unit + " any more; plan again");
    }
}
