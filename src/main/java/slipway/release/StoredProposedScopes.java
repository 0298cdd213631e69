package slipway.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
class StoredProposedScopes implements ProposedScopes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Releases releases;
    private final EventLog log;

    StoredProposedScopes(JdbcClient jdbc, Releases releases, EventLog log) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.log = log;
    }

    @Override
    public void propose(ReleaseNumber release, Scope scope) {
        jdbc.sql("""
                        insert into slipway.proposed_scope (release, parts, rfcs, sites)
                        values (:release, :parts::jsonb, :rfcs, :sites)
                        on conflict (release) do update set parts = excluded.parts, rfcs = excluded.rfcs,
                            sites = excluded.sites, refusal = null""")
                .param("release", release.value())
                .param("parts", json(scope.parts()))
                .param("rfcs", texts(scope.rfcs()))
                .param("sites", texts(scope.sites()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Scope get(ReleaseNumber release) {
        return jdbc.sql("select parts, rfcs, sites from slipway.proposed_scope where release = :release")
                .param("release", release.value())
                .query((row, line) -> scope(row))
                .optional()
                .orElseThrow(() -> new IllegalStateException("release " + release + " has no proposed scope"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refused> refused(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.proposed_scope where release = :release and refusal is not null")
                .param("release", release.value())
                .query((row, line) -> new Refused(scope(row), row.getString("refusal")))
                .optional();
    }

    @Override
    public void refuse(ReleaseNumber release, Refusal refusal) {
        jdbc.sql("update slipway.proposed_scope set refusal = :reason where release = :release")
                .param("reason", refusal.reason())
                .param("release", release.value())
                .update();
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

    private static String[] texts(Set<?> values) {
        return values.stream().map(Object::toString).sorted().toArray(String[]::new);
    }

    private static String json(List<PartScope> parts) {
        ArrayNode array = JSON.createArrayNode();
        parts.forEach(part -> array.addObject().put("unit", part.unit().value()).put("source", part.source()));
        return array.toString();
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return new Scope(
                parts(row.getString("parts")),
                set(row.getArray("rfcs"), RfcNumber::new),
                set(row.getArray("sites"), SiteId::new));
    }

    private static List<PartScope> parts(String json) {
        try {
            List<PartScope> parts = new ArrayList<>();
            for (JsonNode part : JSON.readTree(json)) {
                parts.add(new PartScope(
                        new UnitId(part.path("unit").asText()),
                        part.path("source").asText()));
            }
            return parts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proposed scope cannot be read", e);
        }
    }

    private static <T> Set<T> set(Array array, Function<String, T> value) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(value).collect(Collectors.toUnmodifiableSet());
    }
}
