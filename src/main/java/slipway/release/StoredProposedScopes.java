package slipway.release;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.event.EventLog;
import slipway.release.ProposedScopeTable.Proposed;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredProposedScopes implements ProposedScopes {
    private final ProposedScopeTable scopes;
    private final Releases releases;
    private final EventLog log;

    StoredProposedScopes(ProposedScopeTable scopes, Releases releases, EventLog log) {
        this.scopes = scopes;
        this.releases = releases;
        this.log = log;
    }

    @Override
    public void propose(ReleaseNumber release, Scope scope) {
        scopes.propose(release, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public Scope get(ReleaseNumber release) {
        return scopes.find(release)
                .map(Proposed::scope)
                .orElseThrow(() -> new IllegalStateException("release " + release + " has no proposed scope"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refused> refused(ReleaseNumber release) {
        return scopes.find(release)
                .flatMap(proposed -> proposed.refusal().map(reason -> new Refused(proposed.scope(), reason)));
    }

    @Override
    public void refuse(ReleaseNumber release, Refusal refusal) {
        scopes.refuse(release, refusal.reason());
        log.append(release, new ReleaseEvent.SubmissionRefused(refusal.rule(), refusal.reason()));
    }

    @Override
    public Result withdraw(ReleaseNumber number, Actor actor, String reason) {
        boolean before = releases.get(number) instanceof SubmittedRelease;
        Result ended = releases.move(number, ReleaseState.CANCELLED);
        if (ended instanceof Result.Done) {
            log.append(number, actor, new ReleaseEvent.ReleaseWithdrawn(reason, before));
        }
        return ended;
    }
}
