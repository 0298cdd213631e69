package slipway.engine.decision;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.ReleaseNumber;

@Component
@Transactional(readOnly = true)
class StoredDecisions implements DecisionLedger {
    private final DecisionRepository repository;

    StoredDecisions(DecisionRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Map<String, Object>> latest(ReleaseNumber release, String decisionKey) {
        return repository
                .newest(release, decisionKey)
                .orElseThrow(() -> new IllegalStateException(
                        "the table '" + decisionKey + "' took no decision for release " + release))
                .results();
    }

    @Override
    public List<Map<String, Object>> latest(ReleaseNumber release, String decisionKey, String element) {
        return repository
                .newest(release, decisionKey, element)
                .orElseThrow(() -> new IllegalStateException(
                        "the table '" + decisionKey + "' took no decision at " + element + " for release " + release))
                .results();
    }

    @Override
    public List<TakenDecision> of(ReleaseNumber release) {
        return repository.all(release);
    }
}
