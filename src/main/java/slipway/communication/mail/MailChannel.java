package slipway.communication.mail;

import jakarta.mail.MessagingException;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import slipway.communication.CommunicationSettings;
import slipway.communication.port.NoticeChannel;

/** Notices leave by SMTP when {@code spring.mail.host} names a server. */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailChannel implements NoticeChannel {
    private final JavaMailSenderImpl mail;
    private final CommunicationSettings settings;

    MailChannel(JavaMailSenderImpl mail, CommunicationSettings settings) {
        this.mail = mail;
        this.settings = settings;
        // By itself it waits for ever, and with it everything that is told from the event log.
        String millis = String.valueOf(settings.patience().toMillis());
        List.of("connectiontimeout", "timeout", "writetimeout")
                .forEach(limit -> mail.getJavaMailProperties().putIfAbsent("mail.smtp." + limit, millis));
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
