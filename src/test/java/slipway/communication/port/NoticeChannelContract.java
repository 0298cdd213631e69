package slipway.communication.port;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every way of sending notices does. */
public abstract class NoticeChannelContract {
    protected static final String SENDER = "slipway@alpenbank.example";
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

    protected abstract NoticeChannel channel();

    /** What arrived at the other end. */
    protected abstract List<MimeMessage> arrived() throws Exception;

    @Test
    void a_notice_arrives_as_it_was_written() throws Exception {
        NoticeChannel.Message notice = notice("REL-2026-0001.rollout.zoe.1@slipway", "Rollout of Zürich");

        assertThat(channel().send(notice)).isEqualTo(new NoticeChannel.Sent());

        MimeMessage mail = only(arrived());
        assertThat(mail.getMessageID()).isEqualTo("<REL-2026-0001.rollout.zoe.1@slipway>");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly(SENDER);
        assertThat(mail.getRecipients(RecipientType.TO)[0].toString()).contains("zoe@alpenbank.example");
        assertThat(mail.getSubject()).isEqualTo("Rollout of Zürich");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(AT));
        assertThat(text(mail)).isEqualTo("Guten Tag Zoë,\nbitte bestätigen.");
    }

    @Test
    void a_subject_cannot_add_a_header() throws Exception {
        channel().send(notice("REL-2026-0001.rollout.zoe.2@slipway", "News\r\nBcc: eve@example.org"));

        MimeMessage mail = only(arrived());
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("News Bcc: eve@example.org");
    }

    @Test
    void a_notice_sent_again_keeps_its_message_id() throws Exception {
        NoticeChannel.Message notice = notice("REL-2026-0001.rollout.zoe.3@slipway", "News");

        channel().send(notice);
        channel().send(notice);

        assertThat(arrived())
                .allSatisfy(mail -> assertThat(mail.getMessageID()).isEqualTo("<REL-2026-0001.rollout.zoe.3@slipway>"));
    }

    @Test
    void an_address_that_is_none_is_not_sent_to() throws Exception {
        NoticeChannel.Message notice = new NoticeChannel.Message("a@slipway", "Zoë", "no address", "News", "Text", AT);

        assertThat(channel().send(notice)).isInstanceOf(NoticeChannel.NotSent.class);
        assertThat(arrived()).isEmpty();
    }

    protected static NoticeChannel.Message notice(String id, String subject) {
        return new NoticeChannel.Message(
                id, "Zoë Zürcher", "zoe@alpenbank.example", subject, "Guten Tag Zoë,\nbitte bestätigen.\n", AT);
    }

    private static MimeMessage only(List<MimeMessage> mails) {
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString().replace("\r\n", "\n").strip();
    }
}
