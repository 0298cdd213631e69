package slipway.communication;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.communication.Preparations.Question;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

@Repository
class ReadinessTable {
    private static final String ROWS = """
            select q.*, array(select s.site from slipway.readiness_request_site s
                where s.release = q.release and s.round = q.round and s.place = q.place) as sites
              from slipway.readiness_request q
            """;

    private final JdbcClient jdbc;

    /** Whom a question was made for, and about what. */
    record Request(Actor coordinator, Set<SiteId> sites, String occasion) {}

    /** What somebody answered. */
    record Word(String occasion, Actor actor, boolean ready, String reason, Instant at) {}

    ReadinessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next round of a release, with a question for each of these groups. */
    int ask(ReleaseNumber release, List<Readiness.Group> groups, Instant at) {
        int round = jdbc.sql("""
                        select coalesce(max(round), 0) + 1 from slipway.readiness_request where release = :release
                        """)
                .param("release", release.value())
                .query(Integer.class)
                .single();
        for (int place = 0; place < groups.size(); place++) {
            ask(new Question(release, round, place), groups.get(place), at);
        }
        return round;
    }

    private void ask(Question question, Readiness.Group group, Instant at) {
        jdbc.sql("""
                        insert into slipway.readiness_request (release, round, place, coordinator, occasion, at)
                        values (:release, :round, :place, :coordinator, :occasion, :at)
                        """)
                .params(key(question))
                .param("coordinator", group.coordinator().id())
                .param("occasion", group.occasion())
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("""
                        insert into slipway.readiness_request_site (release, round, place, site)
                        select :release, :round, :place, unnest(cast(:sites as text[]))
                        """)
                .params(key(question))
                .param("sites", group.sites().stream().map(SiteId::value).toArray(String[]::new))
                .update();
    }

    Optional<Request> request(Question question) {
        return jdbc.sql(ROWS + "where q.release = :release and q.round = :round and q.place = :place")
                .params(key(question))
                .query((row, line) -> request(row))
                .optional();
    }

    List<Request> requests(ReleaseNumber release, int round) {
        return jdbc.sql(ROWS + "where q.release = :release and q.round = :round order by q.place")
                .param("release", release.value())
                .param("round", round)
                .query((row, line) -> request(row))
                .list();
    }

    /** What somebody was asked in the newest round of each release and nobody answered yet. */
    List<Question> unanswered(Actor coordinator) {
        return jdbc.sql("""
                        select q.release, q.round, q.place from slipway.readiness_request q
                        where q.coordinator = :coordinator
                            and q.round = (select max(n.round) from slipway.readiness_request n where n.release = q.release)
                            and not exists (select 1 from slipway.readiness r
                                where r.release = q.release and r.round = q.round and r.place = q.place)
                        order by q.release
                        """)
                .param("coordinator", coordinator.id())
                .query((row, line) -> new Question(
                        new ReleaseNumber(row.getString("release")), row.getInt("round"), row.getInt("place")))
                .list();
    }

    void answer(Question question, Actor actor, boolean ready, boolean trained, String reason, Instant at) {
        jdbc.sql("""
                        insert into slipway.readiness (release, round, place, actor, ready, trained, reason, at)
                        values (:release, :round, :place, :actor, :ready, :trained, :reason, :at)
                        """)
                .params(key(question))
                .param("actor", actor.id())
                .param("ready", ready)
                .param("trained", trained)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The newest word for each occasion. */
    Map<String, Word> words(ReleaseNumber release) {
        return jdbc
                .sql("""
                                select distinct on (q.occasion) q.occasion, r.actor, r.ready and r.trained as fit, r.reason, r.at
                                from slipway.readiness r join slipway.readiness_request q using (release, round, place)
                                where release = :release order by q.occasion, r.id desc
                                """)
                .param("release", release.value())
                .query((row, line) -> new Word(
                        row.getString("occasion"),
                        new Actor(row.getString("actor")),
                        row.getBoolean("fit"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Word::occasion, word -> word));
    }

    private static Request request(ResultSet row) throws SQLException {
        Array sites = row.getArray("sites");
        return new Request(
                new Actor(row.getString("coordinator")),
                Arrays.stream((String[]) sites.getArray()).map(SiteId::new).collect(Collectors.toUnmodifiableSet()),
                row.getString("occasion"));
    }

    private static Map<String, Object> key(Question question) {
        return new HashMap<>(
                Map.of("release", question.release().value(), "round", question.round(), "place", question.place()));
    }
}
