package slipway.cmdb;

import slipway.event.Event;
import slipway.shared.Content;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What became known of sites, units and what runs where. */
public sealed interface CmdbEvent extends Event {

    /** A site was entered or changed. */
    record SiteRegistered(SiteId site, String name, Channel channel, String address) implements CmdbEvent {
        @Override
        public String subject() {
            return site.value();
        }

        @Override
        public String words() {
            return "Site " + name + " was entered, reached "
                    + switch (channel) {
                        case DIRECTORY -> "as directory " + address;
                        case BY_HAND -> "by hand at " + address;
                    }
                    + ".";
        }
    }

    /** A unit was entered or changed. */
    record UnitRegistered(UnitId unit, String name, Unit.Kind kind) implements CmdbEvent {
        @Override
        public String subject() {
            return unit.value();
        }

        @Override
        public String words() {
            return "Unit " + name + " was entered, " + kind.words() + ".";
        }
    }

    /** A revision may run at a site from now on. */
    record CiAuthorised(SiteId site, UnitRevision revision) implements CmdbEvent {
        @Override
        public String subject() {
            return site + "/" + revision.unit();
        }

        @Override
        public String words() {
            return revision + " is authorised at " + site + ".";
        }
    }

    /** Nothing of a unit may run at a site any more. */
    record CiWithdrawn(SiteId site, UnitId unit) implements CmdbEvent {
        @Override
        public String subject() {
            return site + "/" + unit;
        }

        @Override
        public String words() {
            return "Nothing of " + unit + " is authorised at " + site + " any more.";
        }
    }

    /** Somebody looked; {@code verified} = it is exactly what is to be there. */
    record CiObserved(SiteId site, UnitId unit, Content content, boolean verified) implements CmdbEvent {
        @Override
        public String subject() {
            return site + "/" + unit;
        }

        @Override
        public String words() {
            String seen = switch (content) {
                case Content.Known known -> known.revision() + " was seen";
                case Content.Unknown unknown -> unknown + " of " + unit + " was seen";
                case Content.Absent absent -> "nothing of " + unit + " was seen";
            };
            return "At " + site + " " + seen + (verified ? ", as it is to be." : ".");
        }
    }
}
