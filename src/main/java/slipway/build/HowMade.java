package slipway.build;

import slipway.cmdb.Unit;

/** By which route a part becomes ready. */
public enum HowMade {
    /** Built by us from a repository. */
    REPOSITORY,
    /** Delivered as files by a vendor. */
    VENDOR,
    /** By a route that nobody has laid yet. */
    OTHER;

    static HowMade of(Unit unit) {
        return switch (unit) {
            case Unit.Software software ->
                switch (software.source()) {
                    case Unit.Repository repository -> REPOSITORY;
                    case Unit.Vendor vendor -> VENDOR;
                };
            case Unit.Firmware firmware -> OTHER;
            case Unit.Hardware hardware -> OTHER;
            case Unit.Document document -> OTHER;
            case Unit.Procedure procedure -> OTHER;
            case Unit.Training training -> OTHER;
        };
    }
}
