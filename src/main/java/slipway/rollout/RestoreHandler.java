package slipway.rollout;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.library.Library;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Manifest;
import slipway.shared.Result;
import slipway.shared.UnitRevision;
import slipway.site.Channels;
import slipway.site.Lease;
import slipway.site.Order;
import slipway.site.OrderHandler;
import slipway.site.port.Inventory;

/** Returns a part at a site to what it is to return to; looks first, so that what is back already is not touched. */
@Component
class RestoreHandler implements OrderHandler {
    private final InstallJobs jobs;
    private final WayNow wayNow;
    private final RestoreRecords records;
    private final Returning returning;
    private final Channels channels;
    private final Library library;
    private final Cmdb cmdb;
    private final Foreigners foreigners;

    RestoreHandler(
            InstallJobs jobs,
            WayNow wayNow,
            RestoreRecords records,
            Returning returning,
            Channels channels,
            Library library,
            Cmdb cmdb,
            Foreigners foreigners) {
        this.jobs = jobs;
        this.wayNow = wayNow;
        this.records = records;
        this.returning = returning;
        this.channels = channels;
        this.library = library;
        this.cmdb = cmdb;
        this.foreigners = foreigners;
    }

    @Override
    public Order.Kind kind() {
        return Order.Kind.RESTORE;
    }

    @Override
    public void perform(Order order, Lease lease) {
        Target target = jobs.target(order);
        if (!RestoreRules.toReturn(target)) {
            lease.finish(() -> {});
            return;
        }
        Site site = cmdb.site(order.site());
        Inventory.Sighting found = channels.look(site, target.unit());
        Optional<WayBack.LeftAlone> stays = wayNow.stays(target);
        if (stays.isPresent()) {
            leaveAlone(order, lease, target, stays.get().why(), foreigners.content(target, found));
            return;
        }
        giveBack(order, lease, target, site, found);
    }

    private void giveBack(Order order, Lease lease, Target target, Site site, Inventory.Sighting found) {
        if (RestoreRules.asItWas(target, found)) {
            lease.finish(() -> records.restored(order, target, WayNow.ordered(target), false));
            return;
        }
        WayBack.Returns way = wayNow.byHand(target);
        Optional<String> notRemoved = RestoreRules.notRemoved(target, way);
        if (notRemoved.isPresent()) {
            lease.finish(() -> records.failed(target, notRemoved.get()));
            return;
        }
        boolean touched = Expected.wrong(found, way.to()).isPresent();
        if (touched) {
            Optional<Content> foreign = foreigners.seen(target, found);
            if (foreign.isPresent()) {
                lease.finish(() -> records.foreign(order, target, way, foreign.get()));
                return;
            }
            Optional<String> problem = returning.problem(site, target, way.to());
            if (problem.isPresent()) {
                lease.finish(() -> records.failed(target, problem.get()));
                return;
            }
        }
        lease.finish(() -> records.restored(order, target, way, touched));
    }

    private boolean leaveAlone(Order order, Lease lease, Target target, String why, Optional<Content> seen) {
        return lease.finish(() -> records.leftAlone(order, target, why, seen));
    }

    @Override
    public void gaveUp(Order order, Lease lease, String problem) {
        Target target = jobs.target(order);
        lease.finish(() -> {
            if (RestoreRules.toReturn(target)) {
                records.failed(target, problem);
            }
        });
    }

    @Override
    public Instruction instruction(Order order) {
        Target target = jobs.target(order);
        String place = target.unit() + " at " + cmdb.site(target.site()).name();
        return wayNow.stays(target)
                .map(left -> "Leave " + place + " as it is: " + left.why())
                .or(() -> wayNow.onlyLookedAt(target)
                        .map(why -> "Look at " + place + " and change nothing: " + why + "."))
                .map(todo -> Instruction.toLook(jobs.title(order), todo + " Report what is there."))
                .orElseGet(() -> toReturn(order, target, place));
    }

    private Instruction toReturn(Order order, Target target, String place) {
        Optional<UnitRevision> to = Optional.ofNullable(wayNow.byHand(target).to());
        List<Manifest.Entry> files = to.flatMap(library::find)
                .map(holding -> holding.manifest().entries())
                .orElse(List.of());
        String todo = todo(target, place, to) + " Report what is there then.";
        return Instruction.toRun(jobs.title(order), todo, to, files);
    }

    private String todo(Target target, String place, Optional<UnitRevision> to) {
        String todo =
                to.map(revision -> "Return " + place + " to " + revision + ".").orElse("Remove " + place + ".");
        String unlessThere = foreigners
                .known(target, to)
                .map(foreign -> " Where there is still " + foreign + ", as was seen last, leave it as it is.")
                .orElse("");
        return todo + unlessThere;
    }

    @Override
    public Result byHand(Order order, Lease lease, Actor person, Inventory.Sighting found, String remark) {
        Target target = jobs.target(order);
        Optional<WayBack.LeftAlone> stays = wayNow.stays(target);
        if (stays.isPresent()) {
            return ByHand.kept(leaveAlone(order, lease, target, stays.get().why(), foreigners.content(target, found)));
        }
        WayBack.Returns way = wayNow.byHand(target);
        if (found instanceof Inventory.Unreadable unreadable) {
            return ByHand.kept(lease.finish(
                    () -> records.failed(target, person + " could not return it: " + unreadable.reason())));
        }
        Optional<String> wrong = Expected.wrong(found, way.to());
        if (wrong.isEmpty()) {
            return ByHand.kept(lease.finish(() -> records.restored(order, target, way, false)));
        }
        return foreigners
                .reported(target, found)
                .map(foreign -> ByHand.kept(lease.finish(() -> records.foreign(order, target, way, foreign))))
                .or(() -> wayNow.onlyLookedAt(target)
                        .map(why -> ByHand.kept(lease.finish(
                                () -> records.failed(target, person + " reported that " + wrong.get() + "; " + why)))))
                .orElseGet(() -> new Result.Refused(ByHand.differs(wrong.get())));
    }
}
