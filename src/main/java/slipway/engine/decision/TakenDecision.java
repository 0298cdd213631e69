package slipway.engine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One evaluation of one table at an element of a model: which version of it saw which inputs, which rules matched, what they said. */
public record TakenDecision(
        Instant at,
        String element,
        String decisionKey,
        String definitionId,
        int definitionVersion,
        Map<String, Object> inputs,
        List<String> matchedRules,
        List<Map<String, Object>> results) {}
