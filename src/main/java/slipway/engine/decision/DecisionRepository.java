package slipway.engine.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.shared.ReleaseNumber;

@Component
class DecisionRepository {
    private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final String SELECT = """
            select at, element, decision_key, definition_id, definition_version, inputs, matched_rules, results
              from slipway.decision_taken where release = :release
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DecisionRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(TakenDecision decision, @Nullable String release, String processInstance) {
        jdbc.sql("""
                        insert into slipway.decision_taken (at, release, process_instance, element, decision_key, definition_id,
                                                            definition_version, inputs, matched_rules, results)
                        values (:at, :release, :instance, :element, :key, :id, :version,
                                :inputs::jsonb, :rules::jsonb, :results::jsonb)
                        """)
                .param("at", OffsetDateTime.ofInstant(decision.at(), ZoneOffset.UTC))
                .param("release", release)
                .param("instance", processInstance)
                .param("element", decision.element())
                .param("key", decision.decisionKey())
                .param("id", decision.definitionId())
                .param("version", decision.definitionVersion())
                .param("inputs", written(decision.inputs()))
                .param("rules", written(decision.matchedRules()))
                .param("results", written(decision.results()))
                .update();
    }

    Optional<TakenDecision> newest(ReleaseNumber release, String key) {
        return jdbc.sql(SELECT + " and decision_key = :key order by id desc limit 1")
                .param("release", release.value())
                .param("key", key)
                .query(this::read)
                .optional();
    }

    Optional<TakenDecision> newest(ReleaseNumber release, String key, String element) {
        return jdbc.sql(SELECT + " and decision_key = :key and element = :element order by id desc limit 1")
                .param("release", release.value())
                .param("key", key)
                .param("element", element)
                .query(this::read)
                .optional();
    }

    List<TakenDecision> all(ReleaseNumber release) {
        return jdbc.sql(SELECT + " order by id")
                .param("release", release.value())
                .query(this::read)
                .list();
    }

    private TakenDecision read(ResultSet row, int number) throws SQLException {
        return new TakenDecision(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("element"),
                row.getString("decision_key"),
                row.getString("definition_id"),
                row.getInt("definition_version"),
                parsed(row.getString("inputs"), ROW),
                parsed(row.getString("matched_rules"), NAMES),
                parsed(row.getString("results"), ROWS));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision's values could not be written as JSON", e);
        }
    }

    private <T> T parsed(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the decision ledger holds JSON that cannot be read", e);
        }
    }
}
