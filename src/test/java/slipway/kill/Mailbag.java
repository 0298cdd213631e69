package slipway.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lies in the mail server's Maildir in the end, beside log and outbox. A mail is lost never; it comes twice only
 * where a kill fell between the server's taking it and our record of that, which no protocol can prevent.
 */
final class Mailbag {
    private final List<MailServer.Mail> mails;
    private final List<Outage> outages;
    private final JdbcClient sql;

    Mailbag(Installation installation, JdbcClient sql) throws IOException {
        this.mails = installation.mail().mails();
        this.outages = installation.outages();
        this.sql = sql;
    }

    void holds() {
        Map<String, String> noticed = new LinkedHashMap<>();
        sql.sql("select message_id, address from slipway.outbox order by message_id")
                .query()
                .listOfRows()
                .forEach(row -> noticed.put((String) row.get("message_id"), (String) row.get("address")));
        assertThat(whoWasTold("""
                        select o.release || '|' || t.name || '|' || o.recipient from slipway.outbox o
                        join slipway.notice_template t on t.id = o.template
                        """))
                .as("notices of the outbox, and of the log")
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(whoWasTold("""
                        select release || '|' || (body ->> 'about') || '|' || actor.id
                        from slipway.event, jsonb_array_elements_text(body -> 'told') as actor (id)
                        where type = 'NoticesQueued'
                        """));
        Map<String, String> arrived = new HashMap<>();
        mails.forEach(mail -> arrived.put(mail.id(), mail.to()));
        assertThat(arrived).as("mails that arrived").isEqualTo(noticed);
        assertThat(whoWasTold("select message_id from slipway.outbox where sent_at is null"))
                .as("notices that arrived and count as waiting")
                .isEmpty();
        assertThat(unexplained(mails, outages))
                .as("mails that came again and no kill says why; " + outages + mails)
                .isEmpty();
    }

    /** How many there are. */
    String words() {
        long distinct = mails.stream().map(MailServer.Mail::id).distinct().count();
        return distinct + " notices, each arrived; " + (mails.size() - distinct) + " twice because of a kill";
    }

    /**
     * The mails that came again without a kill as the reason. Notices leave one after the other, so a kill can only
     * interrupt the one that arrived last before it.
     */
    static List<MailServer.Mail> unexplained(List<MailServer.Mail> mails, List<Outage> outages) {
        List<Outage> unused = new ArrayList<>(outages);
        Map<String, Instant> before = new HashMap<>();
        List<MailServer.Mail> unexplained = new ArrayList<>();
        for (MailServer.Mail mail : mails) {
            Instant former = before.put(mail.id(), mail.storedAt());
            if (former != null && !interrupted(mail, former, mails, unused)) {
                unexplained.add(mail);
            }
        }
        return unexplained;
    }

    private static boolean interrupted(
            MailServer.Mail again, Instant former, List<MailServer.Mail> mails, List<Outage> unused) {
        Optional<Outage> kill = unused.stream()
                .filter(outage ->
                        last(mails, outage).equals(former) && outage.until().isBefore(again.storedAt()))
                .findFirst();
        kill.ifPresent(unused::remove);
        return kill.isPresent();
    }

    /** When the last mail arrived before everything ran again. */
    private static Instant last(List<MailServer.Mail> mails, Outage outage) {
        return mails.stream()
                .map(MailServer.Mail::storedAt)
                .filter(at -> at.isBefore(outage.until()))
                .reduce(Instant.MIN, (one, other) -> other);
    }

    private List<String> whoWasTold(String question) {
        return sql.sql(question).query(String.class).list();
    }
}
