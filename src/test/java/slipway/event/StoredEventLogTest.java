package slipway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.testing.RolledBack;

class StoredEventLogTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30Z");
    private static final ReleaseNumber RELEASE = new ReleaseNumber("REL-2040-0001");
    private static final ReleaseNumber OTHER = new ReleaseNumber("REL-2040-0002");

    @RegisterExtension
    final RolledBack database = new RolledBack();

    private final JdbcClient sql = database.sql();
    private final EventLog log = new StoredEventLog(new EventTable(
            sql, new EventTypes(List.of(new EventFamily(Happened.class))), Clock.fixed(NOW, ZoneOffset.UTC)));

    sealed interface Happened extends Event {}

    record Opened(SiteId site) implements Happened {
        @Override
        public String subject() {
            return site.value();
        }

        @Override
        public String words() {
            return site + " opened.";
        }
    }

    record Rained(int version) implements Happened {
        @Override
        public String words() {
            return "It rained.";
        }

        @Override
        public int shape() {
            return 2;
        }
    }

    @BeforeEach
    void two_releases() {
        for (ReleaseNumber release : List.of(RELEASE, OTHER)) {
            sql.sql("""
                            insert into slipway.release (number, title, purpose, requester, state, drafted_at)
                            values (?, 'T', 'P', 'mara', 'DRAFT', now())
                            """).param(release.value()).update();
        }
    }

    @Test
    void what_happened_to_a_release_is_read_in_its_order_with_who_and_when() {
        log.append(RELEASE, new Actor("rita"), opened("zurich"));
        log.append(OTHER, new Rained(7));
        log.append(RELEASE, new Rained(8));

        assertThat(log.of(RELEASE))
                .extracting(EventLog.Entry::event, EventLog.Entry::actor, EventLog.Entry::subject, EventLog.Entry::at)
                .containsExactly(
                        tuple(opened("zurich"), Optional.of(new Actor("rita")), "zurich", NOW),
                        tuple(new Rained(8), Optional.empty(), "", NOW));
    }

    @Test
    void many_events_are_one_statement_and_keep_their_order() {
        log.append(RELEASE, List.of(opened("a"), new Rained(1), opened("b")));
        log.append(RELEASE, List.of());

        assertThat(log.of(RELEASE))
                .extracting(EventLog.Entry::event)
                .containsExactly(opened("a"), new Rained(1), opened("b"));
    }

    @Test
    void an_event_of_no_release_belongs_to_none() {
        log.append(opened("oslo"));
        log.append(new Actor("conrad"), new Rained(1));

        assertThat(log.of(RELEASE)).isEmpty();
        assertThat(sql.sql("select count(*) from slipway.event where release is null and subject in ('oslo', '')"
                                + " and type in ('Opened', 'Rained')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_newest_event_of_a_type_is_found() {
        assertThat(log.latest(RELEASE, Rained.class)).isEmpty();
        log.append(RELEASE, List.of(new Rained(1), new Rained(2), opened("a")));
        log.append(OTHER, new Rained(3));

        assertThat(log.latest(RELEASE, Rained.class)).contains(new Rained(2));
    }

    @Test
    void the_version_of_the_shape_is_kept() {
        log.append(RELEASE, new Rained(9));

        assertThat(sql.sql("select version from slipway.event where release = ?")
                        .param(RELEASE.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static Opened opened(String site) {
        return new Opened(new SiteId(site));
    }
}
