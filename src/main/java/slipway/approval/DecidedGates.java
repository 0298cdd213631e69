package slipway.approval;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.shared.ReleaseNumber;

/** The decisions so far, as the table of the go or no-go form. */
@Component
class DecidedGates implements DecisionFacts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH);

    private final Approvals approvals;

    DecidedGates(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Map<String, Object> facts(ReleaseNumber release) {
        List<Map<String, String>> rows = approvals.of(release).stream()
                .map(approval -> Map.of(
                        "gate", approval.gate().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        "decision", approval.granted() ? "granted" : "denied",
                        "by", approval.actor().id(),
                        "at", TIME.format(approval.at().atOffset(ZoneOffset.UTC))))
                .toList();
        return Map.of("tests", rows);
    }
}
