package slipway.interruption.process;

import static slipway.release.ReleaseState.ACCEPTED;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.CANCELLED;
import static slipway.release.ReleaseState.DEPLOYED;
import static slipway.release.ReleaseState.DRAFT;
import static slipway.release.ReleaseState.EARLY_LIFE;
import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.IN_TEST;
import static slipway.release.ReleaseState.PAUSED;
import static slipway.release.ReleaseState.PLANNED;
import static slipway.release.ReleaseState.POST_AUDITED;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.PRE_AUDITED;
import static slipway.release.ReleaseState.REJECTED;
import static slipway.release.ReleaseState.REVIEWED;
import static slipway.release.ReleaseState.SCHEDULED;
import static slipway.release.ReleaseState.SUBMITTED;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.ToldMessages;
import slipway.interruption.Interruption.Kind;
import slipway.release.ReleaseState;

/** What interrupts releases, and where they stand then. */
@Component
class InterruptionMessages implements ToldMessages {
    private static final ReleaseState[] PREPARING = {
        DRAFT, SUBMITTED, PLANNED, IN_BUILD, IN_TEST, ACCEPTED, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED
    };
    private static final ReleaseState[] WITH_SCOPE = {
        SUBMITTED, PLANNED, IN_BUILD, IN_TEST, ACCEPTED, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED
    };
    private static final ReleaseState[] MADE = {
        IN_BUILD, IN_TEST, ACCEPTED, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED
    };
    private static final ReleaseState[] LIVE = {IN_ROLLOUT, DEPLOYED, POST_AUDITED, EARLY_LIFE, REVIEWED};

    @Override
    public Map<String, Contract> messages() {
        Map<Kind, Contract> of = new EnumMap<>(Map.of(
                Kind.CANCELLED,
                        Contract.of(
                                Outcome.done().in(PREPARING).to(CANCELLED),
                                Outcome.done().in(IN_ROLLOUT, PAUSED).to(CANCELLED),
                                Outcome.done().in(DRAFT, SUBMITTED).to(REJECTED)),
                Kind.RESCHEDULED,
                        Contract.of(
                                Outcome.done()
                                        .in(AUTHORISED, PREPARED, PRE_AUDITED)
                                        .to(SCHEDULED),
                                Outcome.done()
                                        .in(SUBMITTED, AUTHORISED, PREPARED, PRE_AUDITED)
                                        .to(SUBMITTED)),
                Kind.RFC_TAKEN_BACK, Contract.of(Outcome.done().in(WITH_SCOPE).to(SUBMITTED)),
                Kind.REVISION_RECALLED,
                        Contract.of(
                                Outcome.done().in(MADE).to(IN_BUILD),
                                Outcome.done().in(WITH_SCOPE).to(SUBMITTED)),
                Kind.STOPPED,
                        Contract.of(
                                Outcome.done().in(LIVE).to(PAUSED),
                                Outcome.done().in(PAUSED))));
        return of.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> InterruptionProcess.message(each.getKey()), Map.Entry::getValue));
    }
}
