package slipway.build;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.build.BuildEvent.ProposalRefused;
import slipway.build.BuildEvent.ScanHeld;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.event.EventLog;
import slipway.library.Library;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredCheckIns implements CheckIns {
    private final Attempts attempts;
    private final Stores stores;
    private final Remains remains;
    private final Authors authors;
    private final Library library;
    private final Releases releases;
    private final Cmdb cmdb;
    private final EventLog log;

    StoredCheckIns(
            Attempts attempts,
            Stores stores,
            Remains remains,
            Authors authors,
            Library library,
            Releases releases,
            Cmdb cmdb,
            EventLog log) {
        this.attempts = attempts;
        this.stores = stores;
        this.remains = remains;
        this.authors = authors;
        this.library = library;
        this.releases = releases;
        this.cmdb = cmdb;
        this.log = log;
    }

    @Override
    public int begin(ReleaseNumber number) {
        SubmittedRelease release = releases.submitted(number);
        if (release.state() != ReleaseState.IN_BUILD) {
            require(releases.move(number, ReleaseState.IN_BUILD));
        }
        return release.parts().size();
    }

    @Override
    @Transactional(readOnly = true)
    public PartToMake select(ReleaseNumber release, int place) {
        var part = releases.submitted(release).part(place);
        return PartToMake.of(part, cmdb.unit(part.unit()));
    }

    @Override
    @Transactional(readOnly = true)
    public Refusal undeliverable(PartId part) {
        Unit unit = cmdb.unit(part.unit());
        return Refusal.of(
                "kind-not-delivered-yet",
                unit.name() + " is of the kind " + unit.kind() + ", which nobody can make ready yet; take it out of"
                        + " release " + part.release());
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Deposit deposit(PartId part) throws IOException, InterruptedException {
        return stores.deposit(attempts.latest(part));
    }

    @Override
    public Result propose(PartId part, Deposit deposit) {
        Attempt attempt = attempts.latest(part);
        Result result = switch (deposit) {
            case Altered altered -> Result.refused("delivery-altered", altered.problem());
            case Deposited done -> propose(attempt, done.companions());
        };
        if (result instanceof Result.Refused no) {
            String reason = no.refusal().reason();
            attempts.problem(attempt, reason);
            log.append(part.release(), new ProposalRefused(attempt.made(), reason));
        }
        remains.recorded(attempt.key());
        return result;
    }

    private Result propose(Attempt attempt, Map<String, Digest> companions) {
        Manifest manifest = attempt.manifest().orElseThrow();
        return library.propose(
                attempt.made(), manifest, companions, attempt.part().release());
    }

    @Override
    @Transactional(readOnly = true)
    public UnitRevision proposed(PartId part) {
        return attempts.latest(part).made();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UnitRevision> offered(PartId part) {
        return attempts.newest(part).flatMap(Attempt::revision);
    }

    @Override
    public Result attestScan(PartId part, Actor officer, boolean clean, String scanner, String remark) {
        Attempt attempt = attempts.latest(part);
        Result result = library.attestScan(attempt.made(), officer, clean, scanner, remark);
        if (result instanceof Result.Done && !clean) {
            attempts.problem(
                    attempt,
                    attempt.made() + " is in quarantine: "
                            + Optional.of(remark)
                                    .filter(text -> !text.isEmpty())
                                    .orElse("found by " + scanner));
            log.append(part.release(), officer, new ScanHeld(attempt.made(), scanner, remark));
        }
        return result;
    }

    @Override
    public Result checkIn(PartId part) {
        Attempt attempt = attempts.latest(part);
        Result result = authors.unanswered(part)
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> library.checkIn(attempt.made()));
        switch (result) {
            case Result.Done done -> require(releases.ready(part, attempt.made()));
            // Whoever repairs the build reads why.
            case Result.Refused no -> attempts.problem(attempt, no.refusal().reason());
        }
        return result;
    }

    @Override
    public Result conclude(ReleaseNumber release) {
        return releases.move(release, ReleaseState.IN_TEST);
    }

    // The models bring releases and parts here in this order only, so a refusal is a fault and undoes the transaction.
    private static void require(Result result) {
        if (result instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
    }
}
