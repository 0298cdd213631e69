package slipway.rollout;

import java.util.Optional;
import org.springframework.stereotype.Component;
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
import slipway.site.port.Distribution;
import slipway.site.port.Inventory;

/**
 * Installs a part at a site: distributes, activates, verifies. Each step is written before the next begins; one that was
 * done but not written is found done.
 */
@Component
class InstallHandler implements OrderHandler {
    private final InstallJobs jobs;
    private final InstallRecords records;
    private final LateReports late;
    private final Channels channels;
    private final Library library;

    InstallHandler(InstallJobs jobs, InstallRecords records, LateReports late, Channels channels, Library library) {
        this.jobs = jobs;
        this.records = records;
        this.late = late;
        this.channels = channels;
        this.library = library;
    }

    @Override
    public Order.Kind kind() {
        return Order.Kind.INSTALL;
    }

    @Override
    public void perform(Order order, Lease lease) {
        InstallJobs.Job job = jobs.of(order);
        boolean waits = job.target().state().waiting();
        if (waits && jobs.tooLate(job)) {
            lease.finish(() -> records.tooLate(order));
            return;
        }
        // What lies there already is switched on, and a begun site gets its rest, also when the window has passed.
        Optional<InstallJobs.Job> there = waits ? distribute(job, lease) : Optional.of(job);
        there.ifPresent(distributed -> activateAndVerify(distributed, lease));
    }

    /** The job once it was distributed; else the end was written. */
    private Optional<InstallJobs.Job> distribute(InstallJobs.Job job, Lease lease) {
        Target target = job.target();
        Inventory.Sighting before = channels.look(job.site(), target.unit());
        Optional<String> hindrance = InstallRules.hindrance(job.holding(), before, target);
        if (hindrance.isPresent()) {
            fail(job, lease, hindrance.get(), seen(job, before));
            return Optional.empty();
        }
        Manifest manifest = job.holding().manifest();
        return switch (channels.distribution(job.site())
                .distribute(job.site(), target.unit(), Expected.nameOf(target), manifest, library::fetch)) {
            case Distribution.Done done ->
                lease.write(() -> records.distributed(target, job.revision(), Expected.previousName(before, target)))
                        .map(job::now);
            case Distribution.Failed failed -> {
                fail(job, lease, "distribution: " + failed.reason(), Optional.empty());
                yield Optional.empty();
            }
        };
    }

    private Optional<String> barredNow(UnitRevision revision) {
        return InstallRules.barredNow(revision, library.find(revision));
    }

    private void activateAndVerify(InstallJobs.Job job, Lease lease) {
        switch (job.target().state()) {
            case DISTRIBUTED -> activate(job, lease).ifPresent(activated -> verify(activated, lease));
            case ACTIVATED -> verify(job, lease);
            // Somebody else wrote its end; there is nothing to do.
            default -> lease.finish(() -> {});
        }
    }

    private Optional<InstallJobs.Job> activate(InstallJobs.Job job, Lease lease) {
        Target target = job.target();
        Optional<String> barred = barredNow(job.revision());
        if (barred.isPresent()) {
            // Whatever may pass is tried again: what lies there decides whether it was switched.
            failAsFound(job.order(), target, lease, barred.get(), channels.look(job.site(), target.unit()));
            return Optional.empty();
        }
        return switch (channels.distribution(job.site()).activate(job.site(), target.unit(), Expected.nameOf(target))) {
            case Distribution.Done done ->
                lease.write(() -> records.activated(target)).map(job::now);
            case Distribution.Failed failed -> {
                failAsFound(job.order(), target, lease, "activation: " + failed.reason());
                yield Optional.empty();
            }
        };
    }

    private void verify(InstallJobs.Job job, Lease lease) {
        Inventory.Sighting found = channels.look(job.site(), job.target().unit());
        Optional<String> wrong = Expected.wrong(found, job.revision());
        if (wrong.isPresent()) {
            fail(job, lease, "read back: " + wrong.get(), seen(job, found));
        } else {
            lease.finish(() -> records.verified(job.order(), job.target(), job.revision()));
        }
    }

    private boolean fail(InstallJobs.Job job, Lease lease, String reason, Optional<Content> seen) {
        return lease.finish(() -> records.failed(job.order(), job.target(), reason, seen));
    }

    /** What the CMDB is told of what was found; empty = nobody could see. */
    private Optional<Content> seen(InstallJobs.Job job, Inventory.Sighting found) {
        return Recognition.content(library.of(job.target().unit()), found);
    }

    @Override
    public void gaveUp(Order order, Lease lease, String problem) {
        Target target = jobs.target(order);
        if (target.state().pending()) {
            failAsFound(order, target, lease, problem);
        } else {
            lease.finish(() -> {});
        }
    }

    /** It is on record as the site is found then. */
    private void failAsFound(Order order, Target target, Lease lease, String reason) {
        failAsFound(order, target, lease, reason, lastLook(order));
    }

    private void failAsFound(Order order, Target target, Lease lease, String reason, Inventory.Sighting found) {
        Optional<Content> seen = Recognition.content(library.of(target.unit()), found);
        lease.finish(() -> records.failed(order, asFound(target, found), reason, seen));
    }

    private Target asFound(Target target, Inventory.Sighting found) {
        return InstallRules.switchedUnwritten(target, found) ? records.activated(target) : target;
    }

    /** What cannot even be looked at has failed all the same; whoever was interrupted says nothing of the site. */
    private Inventory.Sighting lastLook(Order order) {
        try {
            return channels.look(jobs.site(order), order.unit());
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return new Inventory.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Result late(Order order, Actor person, Inventory.Sighting found) {
        late.keep(order, person, found);
        return Result.done();
    }

    @Override
    public void reopened(Order order) {
        records.reopened(order);
    }

    @Override
    public Instruction instruction(Order order) {
        InstallJobs.Job job = jobs.of(order);
        if (order.state() == Order.State.WITHDRAWN) {
            return Instruction.toLook(
                    jobs.title(order),
                    "Install nothing of " + job.target().unit() + " at "
                            + job.site().name()
                            + " any more, since the rollout was stopped; leave it as it is, also where"
                            + " you have begun. Report what is there.");
        }
        return InstallRules.barred(job.holding())
                .or(() -> overtaken(job.target()))
                .map(why -> Instruction.toLook(
                        jobs.title(order),
                        "Install nothing of " + job.target().unit() + " at "
                                + job.site().name() + ", leave it as it is: " + why + ". Report what is there."))
                .orElseGet(() -> toInstall(order, job));
    }

    private Instruction toInstall(Order order, InstallJobs.Job job) {
        return Instruction.toRun(
                jobs.title(order),
                "Install " + job.revision() + " at " + job.site().name()
                        + " and switch it on. Report what is there then.",
                Optional.of(job.revision()),
                job.holding().manifest().entries());
    }

    @Override
    public Result byHand(Order order, Lease lease, Actor person, Inventory.Sighting found, String remark) {
        InstallJobs.Job job = jobs.of(order);
        if (job.target().state().waiting() && jobs.stopped(job)) {
            return new Result.Refused(ByHand.stopped());
        }
        if (found instanceof Inventory.Unreadable unreadable) {
            return ByHand.kept(
                    fail(job, lease, person + " could not install it: " + unreadable.reason(), Optional.empty()));
        }
        Optional<String> hindrance = barredNow(job.revision()).or(() -> overtaken(job.target()));
        if (hindrance.isPresent()) {
            return ByHand.kept(lease.finish(() -> mayNotStay(order, job, found, hindrance.get())));
        }
        Optional<String> wrong = Expected.wrong(found, job.revision());
        if (wrong.isPresent()) {
            return new Result.Refused(ByHand.differs(wrong.get()));
        }
        return ByHand.kept(lease.finish(() -> everyStep(order, job)));
    }

    private void mayNotStay(Order order, InstallJobs.Job job, Inventory.Sighting found, String why) {
        Target target = job.target();
        boolean own = InstallRules.switchedByHand(target, job.revision(), found, jobs.item(target));
        records.failed(order, own ? records.switched(target, job.revision()) : target, why, seen(job, found));
    }

    private Optional<String> overtaken(Target target) {
        return InstallRules.overtaken(target, jobs.item(target));
    }

    private void everyStep(Order order, InstallJobs.Job job) {
        records.verified(order, records.switched(jobs.target(order), job.revision()), job.revision());
    }
}
