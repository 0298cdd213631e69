package slipway.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which mails may come twice. */
class MailbagTest {
    private static final MailServer.Mail FIRST = mail("one", 10);
    private static final MailServer.Mail SECOND = mail("two", 20);

    @Test
    void a_kill_explains_that_the_last_mail_before_it_comes_again() {
        MailServer.Mail again = mail("two", 40);
        assertThat(Mailbag.unexplained(List.of(FIRST, SECOND, again), List.of(kill(25, 30))))
                .isEmpty();
    }

    @Test
    void without_a_kill_no_mail_comes_again() {
        MailServer.Mail again = mail("two", 40);
        assertThat(Mailbag.unexplained(List.of(FIRST, SECOND, again), List.of()))
                .containsExactly(again);
    }

    @Test
    void a_kill_does_not_explain_an_earlier_mail_nor_one_that_came_again_before_it() {
        MailServer.Mail again = mail("one", 40);
        assertThat(Mailbag.unexplained(List.of(FIRST, SECOND, again), List.of(kill(25, 30))))
                .containsExactly(again);
        assertThat(Mailbag.unexplained(List.of(FIRST, mail("one", 12)), List.of(kill(25, 30))))
                .hasSize(1);
    }

    @Test
    void one_kill_explains_one_mail() {
        MailServer.Mail third = mail("two", 50);
        assertThat(Mailbag.unexplained(List.of(SECOND, mail("two", 40), third), List.of(kill(25, 30))))
                .containsExactly(third);
    }

    private static MailServer.Mail mail(String id, int second) {
        return new MailServer.Mail(id, "zoe@alpenbank.example", Instant.ofEpochSecond(second));
    }

    private static Outage kill(int from, int until) {
        return new Outage(Victims.EVERYTHING, Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
    }
}
