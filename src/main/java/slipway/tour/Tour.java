package slipway.tour;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.engine.people.Organisation;
import slipway.library.Library;
import slipway.policy.Policies;
import slipway.policy.Policy;
import slipway.runtime.Passwords;
import slipway.shared.Actor;
import slipway.shared.DataFolder;

/**
 * The tour organisation: on an empty data folder it gets people, sites with a live baseline, RFCs, repositories, a
 * vendor's deliveries and a policy with open windows and short times. Each step may have been done by an earlier start
 * that was killed.
 */
@Component
@Profile("!production")
@ConditionalOnProperty(name = "slipway.tour.enabled", matchIfMissing = true)
class Tour {
    private final Organisation organisation;
    private final Passwords passwords;
    private final Policies policies;
    private final Changes changes;
    private final Cmdb cmdb;
    private final TourSources sources;
    private final TourBaseline baseline;
    private final DataFolder data;

    Tour(
            Organisation organisation,
            Passwords passwords,
            Policies policies,
            Changes changes,
            Cmdb cmdb,
            TourSources sources,
            TourBaseline baseline,
            DataFolder data) {
        this.organisation = organisation;
        this.passwords = passwords;
        this.policies = policies;
        this.changes = changes;
        this.cmdb = cmdb;
        this.sources = sources;
        this.baseline = baseline;
        this.data = data;
    }

    @Order(30)
    @EventListener(ApplicationStartedEvent.class)
    void seed() throws IOException {
        TourOrganisation.people().forEach(person -> organisation.hire(person, passwords.tour()));
        if (complete()) {
            return;
        }
        policies.putInForce(alwaysOpen(), new Actor("ivan"));
        List<Library.Holding> running = new ArrayList<>();
        for (TourUnit unit : sources.publish()) {
            cmdb.registerUnit(unit.unit());
            running.add(baseline.takeOver(unit));
        }
        TourOrganisation.rfcs().forEach(changes::register);
        for (TourOrganisation.Place place : TourOrganisation.places()) {
            Site site = site(place);
            cmdb.registerSite(site);
            for (Library.Holding holding : running) {
                baseline.installAt(site, holding);
                baseline.recordAt(site, holding);
            }
        }
    }

    /** The last thing that is recorded at each site was observed there. */
    private boolean complete() {
        return cmdb.of(TourOrganisation.BANK_DIRECTORY).stream()
                        .filter(item -> item.observedAt() != null)
                        .count()
                == TourOrganisation.places().size();
    }

    private Site site(TourOrganisation.Place place) throws IOException {
        return new Site(
                place.id(),
                place.name(),
                place.zone(),
                place.coordinator(),
                true,
                place.disasterRecovery(),
                Channel.DIRECTORY,
                data.sub("sites").resolve(place.id().value()).toString());
    }

    /** Short enough to live through a release in ten minutes. */
    private static Policy alwaysOpen() {
        Policy.Window anyTime = new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIDNIGHT);
        return new Policy(0, Duration.ofSeconds(20), Duration.ofSeconds(30), 60, List.of(anyTime), List.of());
    }
}
