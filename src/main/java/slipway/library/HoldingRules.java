package slipway.library;

import static slipway.library.Library.State.ACCEPTED;
import static slipway.library.Library.State.BUILT;
import static slipway.library.Library.State.CHECKED_IN;
import static slipway.library.Library.State.QUARANTINED;
import static slipway.library.Library.State.SCANNED;
import static slipway.library.Library.State.TESTED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.library.Library.Holding;
import slipway.library.Library.State;
import slipway.shared.Manifest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What may become of a holding. */
final class HoldingRules {
    private static final Map<State, State> NEXT = Map.of(CHECKED_IN, TESTED, TESTED, ACCEPTED);

    private HoldingRules() {}

    /** Why a revision may not be proposed with these files. */
    static Optional<Refusal> misnamed(UnitRevision revision, Manifest manifest) {
        return manifest.digest().equals(revision.digest())
                ? Optional.empty()
                : refused(
                        "digest-mismatch",
                        revision + " is not what its manifest says: "
                                + manifest.digest().brief());
    }

    /** Why a revision may not be proposed where the library holds that version already. */
    static Optional<Refusal> proposedAgain(Holding present, UnitRevision revision) {
        if (!present.revision().equals(revision)) {
            return refused(
                    "version-taken",
                    "version " + revision.version() + " of " + revision.unit() + " is taken by "
                            + present.revision().digest().brief() + "; deliver "
                            + revision.digest().brief() + " under a new version");
        }
        return barred(present)
                .map(word -> Refusal.of(
                        "revision-barred", revision + " is " + word + " and never comes back; deliver a new version"));
    }

    /** Why its files may not come under that version either: those of a barred one are barred under every number. */
    static Optional<Refusal> barredElsewhere(List<Holding> ofUnit, UnitRevision revision) {
        return ofUnit.stream()
                .filter(holding -> holding.revision().digest().equals(revision.digest()))
                .filter(holding -> barred(holding).isPresent())
                .findFirst()
                .map(holding -> Refusal.of(
                        "revision-barred",
                        revision + " has the files of version "
                                + holding.revision().version() + ", which is "
                                + barred(holding).orElseThrow() + " and never comes back; deliver other files"));
    }

    /** Why nobody answers for a scan of it any more. */
    static Optional<Refusal> scanned(Holding present, String scanner) {
        if (present.state() == QUARANTINED) {
            return refused("revision-barred", present.revision() + " is in quarantine and needs no scan");
        }
        return scanner.isBlank()
                ? Optional.of(Refusal.at("scanner", "scanner-missing", "name the scanner and its signature version"))
                : Optional.empty();
    }

    /** What it becomes by an answer for its scan; empty = what it is. A later one that found something bars it as well. */
    static Optional<State> afterScan(Holding present, boolean clean) {
        if (!clean) {
            return Optional.of(QUARANTINED);
        }
        return present.state() == BUILT ? Optional.of(SCANNED) : Optional.empty();
    }

    /** Whether it is delivered by another release from now on, so that what becomes of it is told there. */
    static boolean delivers(Holding present, ReleaseNumber release) {
        return !release.equals(present.release());
    }

    /** Why it may not be checked in. */
    static Optional<Refusal> checkedIn(Holding present) {
        return barred(present)
                .map(word -> Refusal.of("revision-barred", present.revision() + " is " + word + "; make another one"))
                .or(() -> present.state() == BUILT
                        ? refused(
                                "not-scanned",
                                present.revision() + " is built; only a scanned, clean revision is checked in")
                        : Optional.empty());
    }

    /** Why it may not become that. */
    static Optional<Refusal> advanced(Holding present, State to) {
        return NEXT.get(present.state()) == to && barred(present).isEmpty()
                ? Optional.empty()
                : refused(
                        "revision-state",
                        present.revision() + " is "
                                + barred(present).orElse(present.state().words()) + " and cannot become " + to.words());
    }

    /** Why it may not be recalled; again is no harm. */
    static Optional<Refusal> recalled(String reason) {
        return reason.isBlank()
                ? Optional.of(Refusal.at("reason", "reason-missing", "Say why the revision is recalled."))
                : Optional.empty();
    }

    /** Why no other revision takes the place of that version, if so. */
    static Optional<Refusal> replaced(Holding present) {
        return barred(present)
                .map(word -> Refusal.of(
                        "revision-barred",
                        present.revision() + " is " + word + " and never comes back; choose a later version."));
    }

    private static Optional<String> barred(Holding present) {
        if (present.state() == QUARANTINED) {
            return Optional.of("in quarantine");
        }
        return present.recalled() ? Optional.of("recalled") : Optional.empty();
    }

    private static Optional<Refusal> refused(String rule, String reason) {
        return Optional.of(Refusal.of(rule, reason));
    }
}
