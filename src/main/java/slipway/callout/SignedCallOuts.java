package slipway.callout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.callout.AllowedCallOuts.Destination;
import slipway.callout.CallOutEvent.OthersAnswered;
import slipway.callout.CallOutEvent.OthersUnclear;
import slipway.callout.port.Webhook;
import slipway.callout.port.Webhook.Said;
import slipway.engine.TerminalFailure;
import slipway.event.EventLog;
import slipway.release.Releases;
import slipway.shared.PlainText;

@Component
@Transactional
class SignedCallOuts implements CallOuts {
    private final AllowedCallOuts allowed;
    private final Releases releases;
    private final Webhook webhook;
    private final EventLog log;
    private final ObjectMapper json;
    private final Clock clock;

    SignedCallOuts(
            AllowedCallOuts allowed, Releases releases, Webhook webhook, EventLog log, ObjectMapper json, Clock clock) {
        this.allowed = allowed;
        this.releases = releases;
        this.webhook = webhook;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Reply ask(Asked asked) throws IOException, InterruptedException {
        Destination destination = allowed.destination(asked.name())
                .orElseThrow(() -> new TerminalFailure(asked.step() + ": " + allowed.unknown(asked.name())));
        byte[] body = json.writeValueAsBytes(ToldFacts.of(asked, releases.get(asked.release())));
        Said said = send(asked, destination, body);
        if (ReplyRules.mayPass(said)) {
            throw new IOException(asked.step() + ": " + asked.name() + " answers with the status " + said.status()
                    + " for now; it is asked again");
        }
        return ReplyRules.of(said, asked.answers());
    }

    private Said send(Asked asked, Destination destination, byte[] body) throws IOException, InterruptedException {
        Instant now = clock.instant();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json",
                "Idempotency-Key",
                asked.key(),
                "Slipway-Timestamp",
                Long.toString(now.getEpochSecond()),
                "Slipway-Signature",
                "sha256=" + Signature.of(destination.secret(), now, body));
        try {
            return webhook.send(destination.address(), headers, body, destination.timeout());
        } catch (IOException e) {
            throw new IOException(
                    asked.step() + ": " + asked.name() + " does not answer at "
                            + destination.address().getAuthority() + ": "
                            + PlainText.quoted(String.valueOf(e.getMessage())),
                    e);
        }
    }

    @Override
    public void record(Asked asked, Reply reply) {
        log.append(
                asked.release(),
                switch (reply) {
                    case Answered answered -> new OthersAnswered(asked.step(), asked.name(), answered.answer());
                    case Unusable unusable -> new OthersUnclear(asked.step(), asked.name(), unusable.problem());
                });
    }
}
