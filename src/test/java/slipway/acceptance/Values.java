package slipway.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.approval.Approvals;
import slipway.approval.Approvals.Approval;
import slipway.approval.Bound;
import slipway.approval.Gate;
import slipway.library.Library.Holding;
import slipway.library.Library.State;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Releases, parts, findings and decisions as values, for tests of rules. */
final class Values {
    static final ReleaseNumber RELEASE = ReleaseNumber.of(2026, 1);
    static final UnitId CHECK = new UnitId("iban-check");
    static final UnitId FILES = new UnitId("payment-file");
    static final UnitRevision MADE = revision(CHECK, "1.1.0");
    static final UnitRevision OLD = revision(CHECK, "1.0.0");

    private Values() {}

    static UnitRevision revision(UnitId unit, String version) {
        return new UnitRevision(unit, version, Digest.of(unit + version));
    }

    static PartId id(UnitId unit) {
        return new PartId(RELEASE, unit);
    }

    static ReleasePart ready(UnitId unit) {
        return new ReleasePart.Ready(id(unit), 0, "v1.1.0", "4f2a", revision(unit, "1.1.0"));
    }

    static ReleasePart accepted(UnitId unit) {
        return new ReleasePart.Accepted(id(unit), 0, "v1.1.0", "4f2a", revision(unit, "1.1.0"));
    }

    static ReleasePart rework(UnitId unit) {
        return new ReleasePart.Rework(id(unit), 0, "v1.1.0", "4f2a", "too slow");
    }

    static ReleasePart planned(UnitId unit) {
        return new ReleasePart.Planned(id(unit), 0, "v1.1.0", "4f2a");
    }

    static SubmittedRelease release(ReleaseState state, ReleasePart... parts) {
        return new SubmittedRelease(
                RELEASE,
                "Faster",
                "Customers wait",
                new Actor("mara"),
                state,
                Instant.EPOCH,
                ReleaseType.MINOR,
                1,
                List.of(parts),
                Set.of(new RfcNumber("RFC-1")),
                sites("zurich"),
                Optional.empty(),
                Optional.empty());
    }

    static Set<SiteId> sites(String... names) {
        return Stream.of(names).map(SiteId::new).collect(Collectors.toUnmodifiableSet());
    }

    static Holding holding(State state, boolean recalled, Map<String, Digest> companions, Manifest.Entry... files) {
        Manifest.Entry any = file("check", true);
        Manifest manifest = new Manifest(files.length == 0 ? List.of(any) : List.of(files));
        return new Holding(MADE, state, recalled, manifest, companions, RELEASE);
    }

    static Holding holding(State state, boolean recalled) {
        return holding(state, recalled, Map.of());
    }

    static Manifest.Entry file(String path, boolean executable) {
        return new Manifest.Entry(path, Digest.of(path), 4, executable);
    }

    static Finding finding(Trial trial, boolean passed) {
        return new Finding(MADE, trial, Optional.empty(), passed, trial + " of " + MADE, 5, null);
    }

    static Finding rehearsal(Content to, boolean passed) {
        return new Finding(MADE, Trial.BACK_OUT_REHEARSAL, Optional.of(to), passed, "return to " + to, 5, null);
    }

    static Approvals.Standing granted(String reason) {
        return new Approvals.Granted(said(true, reason));
    }

    static Approvals.Standing denied(String reason) {
        return new Approvals.Denied(said(false, reason));
    }

    static Approvals.Standing voided(Bound changed) {
        return new Approvals.Voided(said(true, ""), changed);
    }

    private static Approval said(boolean granted, String reason) {
        return new Approval(
                RELEASE,
                Gate.TEST_VERDICT,
                Optional.of(CHECK),
                Optional.empty(),
                new Actor("tom"),
                "",
                granted,
                reason,
                Map.of(),
                Map.of(),
                Instant.EPOCH);
    }
}
