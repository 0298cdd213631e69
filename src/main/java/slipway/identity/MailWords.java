package slipway.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.identity.MailOwners.Said;
import slipway.shared.Actor;

/** The table of what people said of mail addresses and domains; the newest word counts. */
@Component
class MailWords {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What a word is about. */
    enum Kind {
        ADDRESS,
        DOMAIN
    }

    /** One word; without an account it speaks of people from outside. */
    record Word(Kind kind, String name, Optional<Actor> account, Said said) {}

    MailWords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Kind kind, Collection<String> names, @Nullable Actor account, Actor by, String words) {
        jdbc.sql("""
            insert into slipway.mail_owner (kind, name, account, words, said_by, said_at)
            select :kind, name, cast(:account as text), :words, :by, :at
            from unnest(cast(:names as text[])) as n (name)
            """)
                .param("kind", kind.name())
                .param("names", names.toArray(String[]::new))
                .param("account", account == null ? null : account.id())
                .param("words", words)
                .param("by", by.id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    List<Word> newest(Kind kind, Collection<String> names) {
        return jdbc.sql("""
            select distinct on (name) kind, name, account, words, said_by, said_at from slipway.mail_owner
            where kind = :kind and name = any(:names)
            order by name, id desc
            """)
                .param("kind", kind.name())
                .param("names", names.toArray(String[]::new))
                .query(MailWords::word)
                .list();
    }

    private static Word word(ResultSet row, int index) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        String name = row.getString("name");
        return new Word(
                kind,
                name,
                Optional.ofNullable(row.getString("account")).map(Actor::new),
                new Said(
                        new Actor(row.getString("said_by")),
                        row.getTimestamp("said_at").toInstant(),
                        row.getString("words"),
                        kind == Kind.DOMAIN ? name : ""));
    }
}
