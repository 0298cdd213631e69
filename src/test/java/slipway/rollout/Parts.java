package slipway.rollout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Parts at sites as tests of rules say them, each word a change of the one before. */
record Parts(Target target) {
    static final ReleaseNumber RELEASE = new ReleaseNumber("REL-2026-0007");
    static final UnitId CHECK = new UnitId("iban-check");
    static final UnitId PAYMENTS = new UnitId("payments");
    static final UnitRevision OLD = revision(CHECK, "1.0.0");
    static final UnitRevision NEW = revision(CHECK, "1.1.0");

    static Parts at(String site) {
        return new Parts(new Target(
                RELEASE,
                CHECK,
                new SiteId(site),
                1,
                0,
                TargetState.PREPARED,
                1,
                "",
                OLD,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                "",
                false,
                Instant.EPOCH));
    }

    /** A wave stops above that share, and nothing else stops it; a pilot just the same. */
    static Optional<Thresholds> percent(int percent) {
        return Optional.of(new Thresholds(share(percent), share(percent)));
    }

    static Threshold share(int percent) {
        return new Threshold(BigDecimal.valueOf(percent), OptionalInt.empty(), OptionalInt.empty());
    }

    static UnitRevision revision(UnitId unit, String version) {
        return new UnitRevision(unit, version, Digest.of(unit + version));
    }

    static Library.Holding holding(UnitRevision revision, Library.State state, boolean recalled) {
        Manifest manifest = new Manifest(List.of(new Manifest.Entry("run.sh", Digest.of("" + revision), 4, true)));
        return new Library.Holding(revision, state, recalled, manifest, Map.of(), null);
    }

    /** What the CMDB says of a place that runs this, authorised by that release. */
    static Cmdb.Item item(PlaceOfUnit where, @Nullable UnitRevision runs, @Nullable ReleaseNumber by) {
        return new Cmdb.Item(where.site(), where.unit(), runs, by, Content.of(runs), Instant.EPOCH, runs);
    }

    static Cmdb.Item seen(PlaceOfUnit where, @Nullable UnitRevision verified, Content content) {
        return new Cmdb.Item(where.site(), where.unit(), verified, RELEASE, content, Instant.EPOCH, verified);
    }

    Parts unit(UnitId unit, int place) {
        Target t = target;
        return with(unit, t.wave(), place, t.state(), t.attempt(), t.reason(), t.activatedOrder(), t.verified(), "");
    }

    Parts wave(int wave) {
        Target t = target;
        return with(
                t.unit(), wave, t.place(), t.state(), t.attempt(), t.reason(), t.activatedOrder(), t.verified(), "");
    }

    Parts is(TargetState state) {
        Target t = target;
        boolean verified = t.verified() || state == TargetState.VERIFIED;
        return with(t.unit(), t.wave(), t.place(), state, t.attempt(), t.reason(), t.activatedOrder(), verified, "");
    }

    Parts attempt(int attempt) {
        Target t = target;
        return with(
                t.unit(), t.wave(), t.place(), t.state(), attempt, t.reason(), t.activatedOrder(), t.verified(), "");
    }

    Parts because(String reason) {
        Target t = target;
        return with(
                t.unit(), t.wave(), t.place(), t.state(), t.attempt(), reason, t.activatedOrder(), t.verified(), "");
    }

    Parts activated(long order) {
        Target t = target;
        return with(t.unit(), t.wave(), t.place(), t.state(), t.attempt(), t.reason(), order, t.verified(), "");
    }

    Parts leftAlone(String why) {
        Target t = target;
        return with(
                t.unit(),
                t.wave(),
                t.place(),
                t.state(),
                t.attempt(),
                t.reason(),
                t.activatedOrder(),
                t.verified(),
                why);
    }

    /** A person reported that it was repaired. */
    Parts repairReported() {
        return since(true, target.changedAt());
    }

    Parts changedAt(Instant at) {
        return since(target.repairReported(), at);
    }

    private Parts since(boolean repairReported, Instant changedAt) {
        Target t = target;
        return with(
                t.unit(),
                t.wave(),
                t.place(),
                t.state(),
                t.attempt(),
                t.reason(),
                t.activatedOrder(),
                t.verified(),
                t.leftAlone(),
                repairReported,
                changedAt);
    }

    Parts replacing(@Nullable UnitRevision predecessor, @Nullable ReleaseNumber broughtBy) {
        return before(predecessor, broughtBy, target.returnTo(), target.returnBy());
    }

    /** What the last back-out was to return it to. */
    Parts toReturn(@Nullable UnitRevision to, @Nullable ReleaseNumber broughtBy) {
        return before(target.predecessor(), target.predecessorBy(), to, broughtBy);
    }

    private Parts before(
            @Nullable UnitRevision predecessor,
            @Nullable ReleaseNumber broughtBy,
            @Nullable UnitRevision returnTo,
            @Nullable ReleaseNumber returnBy) {
        Target t = target;
        return new Parts(new Target(
                t.release(),
                t.unit(),
                t.site(),
                t.wave(),
                t.place(),
                t.state(),
                t.attempt(),
                t.reason(),
                predecessor,
                broughtBy,
                returnTo,
                returnBy,
                t.previousName(),
                t.activatedOrder(),
                t.halfDone(),
                t.verified(),
                t.leftAlone(),
                t.repairReported(),
                t.changedAt()));
    }

    private Parts with(
            UnitId unit,
            int wave,
            int place,
            TargetState state,
            int attempt,
            String reason,
            @Nullable Long activatedOrder,
            boolean verified,
            String leftAlone) {
        return with(
                unit,
                wave,
                place,
                state,
                attempt,
                reason,
                activatedOrder,
                verified,
                leftAlone,
                target.repairReported(),
                target.changedAt());
    }

    private Parts with(
            UnitId unit,
            int wave,
            int place,
            TargetState state,
            int attempt,
            String reason,
            @Nullable Long activatedOrder,
            boolean verified,
            String leftAlone,
            boolean repairReported,
            Instant changedAt) {
        return new Parts(new Target(
                target.release(),
                unit,
                target.site(),
                wave,
                place,
                state,
                attempt,
                reason,
                target.predecessor(),
                target.predecessorBy(),
                target.returnTo(),
                target.returnBy(),
                target.previousName(),
                activatedOrder,
                target.halfDone(),
                verified,
                leftAlone,
                repairReported,
                changedAt));
    }
}
