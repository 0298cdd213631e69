package slipway.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.change.ChangeEvent.RfcBecame;
import slipway.change.ChangeEvent.RfcEnded;
import slipway.change.ChangeEvent.RfcRegistered;
import slipway.change.ChangeEvent.RfcsClaimed;
import slipway.change.ChangeEvent.RfcsYielded;
import slipway.change.ChangeEvent.SitesYielded;
import slipway.event.EventLog;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

@Component
@Transactional
class StoredChanges implements Changes {
    private final RfcTable rfcs;
    private final ClaimTable claims;
    private final EventLog log;

    StoredChanges(RfcTable rfcs, ClaimTable claims, EventLog log) {
        this.rfcs = rfcs;
        this.claims = claims;
        this.log = log;
    }

    @Override
    public Optional<Rfc> find(RfcNumber number) {
        return rfcs.find(number);
    }

    @Override
    public List<Rfc> approved() {
        return rfcs.inStatus(Rfc.Status.APPROVED);
    }

    @Override
    public List<Rfc> open(Set<UnitId> units) {
        return rfcs.open(RfcRules.OPEN, units);
    }

    @Override
    public void hold(Set<RfcNumber> numbers) {
        rfcs.lock(sorted(numbers));
    }

    @Override
    public Optional<Refusal> notReleasable(Set<RfcNumber> numbers) {
        return RfcRules.notReleasable(sorted(numbers), rfcs::find);
    }

    @Override
    public Optional<Refusal> claim(ReleaseNumber release, Set<RfcNumber> numbers, Set<SiteId> sites) {
        List<Long> taken = new ArrayList<>();
        List<ClaimTable.Missing> missing;
        do {
            taken.addAll(claims.claim(release, numbers, sites));
            missing = claims.missing(release, numbers, sites);
        } while (ClaimRules.again(missing));
        Optional<Refusal> refused = ClaimRules.refused(missing);
        if (refused.isPresent()) {
            claims.undo(taken);
            return refused;
        }
        claims.endOthers(release, numbers, sites);
        log.append(release, new RfcsClaimed(sorted(numbers), sorted(sites)));
        return Optional.empty();
    }

    @Override
    public void yield(ReleaseNumber release) {
        List<RfcNumber> yielded = claims.end(release);
        if (!yielded.isEmpty()) {
            log.append(release, new RfcsYielded(yielded));
        }
    }

    @Override
    public void yield(ReleaseNumber release, Set<SiteId> sites) {
        List<RfcNumber> yielded = claims.endAt(release, sites);
        if (!yielded.isEmpty()) {
            log.append(release, new SitesYielded(yielded, sorted(sites)));
        }
    }

    private static <T> List<T> sorted(Set<T> values) {
        return values.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    @Override
    public List<ReleaseNumber> claimants(RfcNumber number) {
        return claims.claimants(number);
    }

    @Override
    public List<ReleaseNumber> everClaimedBy(RfcNumber number) {
        return claims.everClaimedBy(number);
    }

    @Override
    public void implemented(ReleaseNumber release, Set<RfcNumber> numbers) {
        for (RfcNumber number : sorted(numbers)) {
            if (RfcRules.implementedBy(release, claims.claimants(number))
                    && rfcs.become(number, Rfc.Status.APPROVED, Rfc.Status.IMPLEMENTED)) {
                log.append(release, new RfcBecame(number, Rfc.Status.APPROVED, Rfc.Status.IMPLEMENTED));
            }
        }
    }

    @Override
    public Result takeBack(RfcNumber number, Actor actor, Rfc.Status as, String reason) {
        Optional<Rfc> rfc = rfcs.find(number);
        Optional<Refusal> refusal = RfcRules.notTakenBack(number, rfc, as);
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        Rfc.Status before = rfc.orElseThrow().status();
        if (!rfcs.become(number, before, as)) {
            return Result.refusedAt("rfc", "rfc-changed", number + " was changed just now; look at it again.");
        }
        log.append(actor, new RfcEnded(number, before, as, reason));
        return Result.done();
    }

    @Override
    public void register(Rfc rfc) {
        Optional<Rfc> before = rfcs.find(rfc.number());
        rfcs.save(rfc);
        if (before.filter(rfc::asksTheSame).isEmpty()) {
            log.append(new RfcRegistered(rfc.number(), rfc.title(), rfc.status(), rfc.criteria()));
        } else if (before.get().status() != rfc.status()) {
            log.append(new RfcBecame(rfc.number(), before.get().status(), rfc.status()));
        }
    }
}
