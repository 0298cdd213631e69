package slipway.cmdb;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import slipway.shared.UnitId;

/**
 * A release unit as the register knows it. Each kind has its own way to <em>accepted</em>, its own evidence and its own
 * meaning of installed; only software is delivered so far.
 */
public sealed interface Unit {
    /** Key, also the name of its folder at sites. */
    UnitId id();

    /** Its name for people. */
    String name();

    /** The units that must run beside it at a site, each with the lowest version. */
    default Map<UnitId, String> requires() {
        return Map.of();
    }

    /** The units that may not run beside it at a site. */
    default Set<UnitId> conflicts() {
        return Set.of();
    }

    default Kind kind() {
        return switch (this) {
            case Software software -> Kind.SOFTWARE;
            case Firmware firmware -> Kind.FIRMWARE;
            case Hardware hardware -> Kind.HARDWARE;
            case Document document -> Kind.DOCUMENT;
            case Procedure procedure -> Kind.PROCEDURE;
            case Training training -> Kind.TRAINING;
        };
    }

    /** The kinds by name, as tables and models say them. */
    enum Kind {
        SOFTWARE,
        FIRMWARE,
        HARDWARE,
        DOCUMENT,
        PROCEDURE,
        TRAINING;

        /** For people. */
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Built from sources or delivered by a vendor; installed = switched to and read back. */
    record Software(UnitId id, String name, Source source, Map<UnitId, String> requires, Set<UnitId> conflicts)
            implements Unit {
        public Software {
            requires = Map.copyOf(requires);
            conflicts = Set.copyOf(conflicts);
        }

        public Software(UnitId id, String name, Source source) {
            this(id, name, source, Map.of(), Set.of());
        }
    }

    /** Installed = the device reports its digest. */
    record Firmware(UnitId id, String name) implements Unit {}

    /** Installed = serial, model and firmware confirmed by someone other than the installer. */
    record Hardware(UnitId id, String name) implements Unit {}

    /** Installed = published. */
    record Document(UnitId id, String name) implements Unit {}

    /** Installed = published and in use. */
    record Procedure(UnitId id, String name) implements Unit {}

    /** Installed = the people of the site are covered. */
    record Training(UnitId id, String name) implements Unit {}

    /** How software comes to us. */
    sealed interface Source {}

    /** Built by us from the tags of a repository; {@code address} as the port of source repositories takes it. */
    record Repository(String address) implements Source {}

    /**
     * Delivered as files by a vendor into the folder {@code inbox}, one folder a version. {@code key} is the vendor's
     * public key in PEM, empty where the vendor signs nothing and a checksum file alone must do.
     */
    record Vendor(String supplier, String inbox, String key) implements Source {}
}
