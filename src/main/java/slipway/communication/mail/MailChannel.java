package slipway.communication.mail;

import jakarta.mail.MessagingException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import slipway.communication.CommunicationSettings;
import slipway.communication.port.NoticeChannel;

/** Notices leave by SMTP when {@code spring.mail.host} names a server. */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailChannel implements NoticeChannel {
    private final JavaMailSender mail;
    private final CommunicationSettings settings;

    MailChannel(JavaMailSender mail, CommunicationSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    @Override
    public Outcome send(Message message) {
        try {
            mail.send(new MimeNotice(message, settings.sender()));
            return new Sent();
        } catch (MailException | MessagingException e) {
            return new NotSent(String.valueOf(e.getMessage()));
        }
    }
}
