package slipway.rollout;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.event.EventLog;
import slipway.library.Library;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.site.Order;
import slipway.site.SiteOrders;
import slipway.site.port.Inventory;

/**
 * What a person reports of a site whose order was taken back meanwhile: it is kept, and where something else lies there
 * than before the release, the site counts as failed, so that people decide on it.
 */
@Component
class LateReports {
    private static final Set<ReleaseState> PEOPLE_DECIDE = Set.of(ReleaseState.IN_ROLLOUT, ReleaseState.PAUSED);

    private final SiteOrders orders;
    private final InstallJobs jobs;
    private final TargetMoves moves;
    private final RolloutTable rollouts;
    private final InstallRecords records;
    private final Releases releases;
    private final Library library;
    private final Cmdb cmdb;
    private final EventLog events;
    private final Clock clock;

    LateReports(
            SiteOrders orders,
            InstallJobs jobs,
            TargetMoves moves,
            RolloutTable rollouts,
            InstallRecords records,
            Releases releases,
            Library library,
            Cmdb cmdb,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.jobs = jobs;
        this.moves = moves;
        this.rollouts = rollouts;
        this.records = records;
        this.releases = releases;
        this.library = library;
        this.cmdb = cmdb;
        this.events = events;
        this.clock = clock;
    }

    void keep(Order order, Actor person, Inventory.Sighting found) {
        ReleaseNumber release = order.batch().release();
        // Locked, so that nobody decides on the rollout meanwhile.
        rollouts.locked(release);
        InstallJobs.Job job = jobs.of(order);
        Target target = job.target();
        Optional<Content> seen = Recognition.content(library.of(target.unit()), found);
        String said = seen.map(content -> "there is " + content).orElseGet(() -> unread(found));
        events.append(release, person, new RolloutEvent.SiteReportedLate(target.site(), target.unit(), said));
        seen.ifPresent(content -> cmdb.observed(target.site(), target.unit(), content, false, clock.instant()));
        seen.filter(content -> !content.equals(Content.of(target.predecessor())))
                .filter(content -> isUndecided(order, target))
                .ifPresent(content -> failed(job, content));
    }

    private static String unread(Inventory.Sighting found) {
        return found instanceof Inventory.Unreadable unreadable ? unreadable.reason() : "nothing was seen";
    }

    /** It was not begun again since, and nobody decided to leave it. */
    private boolean isUndecided(Order order, Target target) {
        return (target.state() == TargetState.NOT_REACHED || target.state() == TargetState.PLANNED)
                && target.attempt() == order.attempt()
                && orders.isLast(order)
                && target.leftAlone().isEmpty()
                && PEOPLE_DECIDE.contains(releases.get(target.release()).state());
    }

    private void failed(InstallJobs.Job job, Content content) {
        Target target = job.target();
        boolean own = content.equals(Content.of(job.revision())) && !BackOutRules.overtaken(target, jobs.item(target));
        String reason = "reported after the wave was stopped: there is " + content;
        records.failedLate(moves.failedLate(target, reason, own), job.revision(), reason);
    }
}
