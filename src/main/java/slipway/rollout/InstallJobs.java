package slipway.rollout;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.engine.TerminalFailure;
import slipway.library.Library;
import slipway.planning.Plans;
import slipway.release.Releases;
import slipway.shared.PartId;
import slipway.shared.UnitRevision;
import slipway.site.Order;

/** What an order of installation is about, as it stands now: read in one transaction. */
@Component
@Transactional(readOnly = true)
class InstallJobs {
    private final Releases releases;
    private final TargetTable targets;
    private final Cmdb cmdb;
    private final Library library;
    private final Plans plans;
    private final WaveTable waves;
    private final Clock clock;

    InstallJobs(
            Releases releases,
            TargetTable targets,
            Cmdb cmdb,
            Library library,
            Plans plans,
            WaveTable waves,
            Clock clock) {
        this.releases = releases;
        this.targets = targets;
        this.cmdb = cmdb;
        this.library = library;
        this.plans = plans;
        this.waves = waves;
        this.clock = clock;
    }

    /** An order with its part, its site and what is to be installed. */
    record Job(Order order, Target target, Site site, Library.Holding holding) {
        UnitRevision revision() {
            return holding.revision();
        }

        Job now(Target target) {
            return new Job(order, target, site, holding);
        }
    }

    Job of(Order order) {
        // The part alone: a whole release knows all of its sites, which no single site may cost.
        UnitRevision revision = releases.part(new PartId(order.batch().release(), order.unit()))
                .revision()
                .orElseThrow(() -> new TerminalFailure("the part of order " + order.id() + " is not made"));
        Library.Holding holding =
                library.find(revision).orElseThrow(() -> new TerminalFailure("the library does not hold " + revision));
        return new Job(order, target(order), site(order), holding);
    }

    Site site(Order order) {
        return cmdb.site(order.site());
    }

    Target target(Order order) {
        return targets.find(order.batch().release(), order.unit(), order.site())
                .orElseThrow(() -> new TerminalFailure("order " + order.id() + " is about no part of its release"));
    }

    /** Whether a part is not begun any more: its wave was stopped, or the window passed before its site was begun. */
    boolean tooLate(Job job) {
        return InstallRules.tooLate(
                job.order(),
                wave(job),
                clock.instant(),
                () -> plans.windowEnd(job.target().release()));
    }

    /** Whether a part is not begun any more, since its wave was stopped. */
    boolean stopped(Job job) {
        return InstallRules.stopped(job.order(), wave(job));
    }

    private Optional<Wave> wave(Job job) {
        return waves.find(job.target().release(), job.target().wave());
    }

    /** What the CMDB says of its place now. */
    Optional<Cmdb.Item> item(Target target) {
        return cmdb.find(target.site(), target.unit());
    }

    String title(Order order) {
        return releases.get(order.batch().release()).title();
    }
}
