package slipway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.PartScope;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.rollout.Rollouts;
import slipway.rollout.Threshold;
import slipway.rollout.Thresholds;
import slipway.rollout.WavePlans;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.Goals;

/** A rollout of one unit, from the arrangement of its waves to its end, by the orders, threads and rules of the product. */
final class RolloutBench {
    /** What a release installs at each site. */
    static final int FILES = 5;

    static final int BYTES = 20_000;
    private static final int WAVES = 4;
    private static final Actor RITA = new Actor("rita");
    private static final Actor CARL = new Actor("carl");

    private final BenchBank bank;
    private int rollouts;

    RolloutBench(BenchBank bank) {
        this.bank = bank;
    }

    /** The seconds that a rollout to that many sites takes. */
    double seconds(int count) throws Exception {
        Release release = accepted(count, FILES, BYTES);
        arranged(release);
        audited(release.number());
        long began = System.nanoTime();
        rollOut(release.number());
        return (System.nanoTime() - began) / 1e9 + release.arranging;
    }

    /** A release whose files the sites are to get, and how long it took to arrange and schedule its waves. */
    static final class Release {
        private final ReleaseNumber number;
        private final UnitId unit;
        private final List<SiteId> sites;
        private double arranging;

        private Release(ReleaseNumber number, UnitId unit, List<SiteId> sites) {
            this.number = number;
            this.unit = unit;
            this.sites = sites;
        }

        /** Its one unit, by whose name its sites begin too. */
        UnitId unit() {
            return unit;
        }

        ReleaseNumber number() {
            return number;
        }
    }

    /** An accepted release of a unit of its own for sites of its own, which run its version before. */
    Release accepted(int count, int files, int bytes) throws IOException {
        rollouts++;
        String name = "bench-" + rollouts;
        Path before = BenchFiles.fill(bank.folder(name + "/before"), files, bytes, 2L * rollouts);
        Path after = BenchFiles.fill(bank.folder(name + "/after"), files, bytes, 2L * rollouts + 1);
        UnitId unit = bank.unit(name);
        UnitRevision first = bank.made(unit, "1.0.0", before);
        UnitRevision second = bank.made(unit, "1.1.0", after);
        List<SiteId> sites = bank.sites(name, count, first, before);
        return new Release(bank.together(() -> accepted(second, sites)), unit, sites);
    }

    private ReleaseNumber accepted(UnitRevision revision, List<SiteId> sites) {
        RfcNumber rfc = new RfcNumber("RFC-" + (70_000 + rollouts));
        bank.the(Changes.class)
                .register(new Rfc(
                        rfc,
                        "Better",
                        revision.unit(),
                        Rfc.Impact.LOW,
                        false,
                        Rfc.Status.APPROVED,
                        List.of("It is better.")));
        Releases releases = bank.the(Releases.class);
        ReleaseNumber release = releases.draft(RITA, "Better", "Customers wait");
        Set<SiteId> everywhere = sites.stream().collect(Collectors.toSet());
        Scope scope = new Scope(List.of(new PartScope(revision.unit(), "v1.1.0")), Set.of(rfc), everywhere);
        BenchBank.done(releases.submit(release, scope, ReleaseType.MINOR, bank.policy));
        planned(release);
        PartId part = new PartId(release, revision.unit());
        move(release, ReleaseState.IN_BUILD);
        BenchBank.done(releases.ready(part, revision));
        move(release, ReleaseState.IN_TEST);
        BenchBank.done(releases.accepted(part));
        move(release, ReleaseState.ACCEPTED);
        return release;
    }

    private void planned(ReleaseNumber release) {
        Plans plans = bank.the(Plans.class);
        Clock clock = bank.the(Clock.class);
        BenchBank.done(plans.draft(new Plans.Draft(
                release,
                Goals.critical("No error"),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(8)),
                Duration.ofMinutes(10),
                Plan.PointOfNoReturn.NONE,
                RITA)));
        BenchBank.done(plans.decideBaseline(release, CARL, true, ""));
        BenchBank.done(plans.publish(release));
    }

    /** Arranges and schedules its waves, and takes it to where its audit before is due. */
    void arranged(Release release) {
        WavePlans waves = bank.the(WavePlans.class);
        long began = System.nanoTime();
        BenchBank.done(waves.arrange(release.number, RITA, waves(release.sites)));
        BenchBank.done(waves.schedule(
                release.number, Threshold.read(20, "no limit", "no limit").map(each -> new Thresholds(each, each))));
        release.arranging = (System.nanoTime() - began) / 1e9;
        bank.the(Approvals.class).decide(release.number, Gate.GO_LIVE, CARL, true, "");
        move(release.number, ReleaseState.AUTHORISED);
        move(release.number, ReleaseState.PREPARED);
    }

    /** A first wave of every fourth site, and so on. */
    private static String waves(List<SiteId> sites) {
        StringBuilder text = new StringBuilder();
        int most = Math.ceilDiv(sites.size(), WAVES);
        for (int begin = 0; begin < sites.size(); begin += most) {
            List<SiteId> wave = sites.subList(begin, Math.min(begin + most, sites.size()));
            text.append(begin / most + 1)
                    .append(": ")
                    .append(wave.stream().map(SiteId::value).collect(Collectors.joining(", ")))
                    .append('\n');
        }
        return text.toString().strip();
    }

    void audited(ReleaseNumber release) throws InterruptedException {
        Audits audits = bank.the(Audits.class);
        audits.order(release, Phase.BEFORE);
        bank.the(BenchTeller.class).await();
        BenchBank.done(audits.sign(release, Phase.BEFORE, new Actor("anna"), ""));
        BenchBank.done(audits.record(release, Phase.BEFORE));
    }

    private void rollOut(ReleaseNumber release) throws InterruptedException {
        Rollouts rollouts = bank.the(Rollouts.class);
        BenchBank.done(rollouts.start(release));
        while (rollouts.next(release) instanceof Rollouts.NextWave wave) {
            if (!(rollouts.startWave(release, wave.number()) instanceof Rollouts.Started)) {
                throw new IllegalStateException("wave " + wave.number() + " did not start");
            }
            bank.the(BenchTeller.class).await();
            if (!(rollouts.evaluate(release, wave.number()) instanceof Rollouts.Passed)) {
                throw new IllegalStateException("wave " + wave.number() + " did not pass");
            }
            rollouts.soaked(release, wave.number());
        }
        BenchBank.done(rollouts.finish(release));
    }

    private void move(ReleaseNumber release, ReleaseState state) {
        BenchBank.done(bank.the(Releases.class).move(release, state));
    }
}
