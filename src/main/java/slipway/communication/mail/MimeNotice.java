package slipway.communication.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import slipway.communication.port.NoticeChannel.Message;

/** A notice as a mail message that keeps its Message-ID however often it is written. */
public final class MimeNotice extends MimeMessage {
    private final String id;

    public MimeNotice(Message notice, String sender) throws MessagingException {
        super(Session.getInstance(new Properties()));
        id = "<" + notice.id() + ">";
        setFrom(new InternetAddress(sender));
        setRecipient(RecipientType.TO, address(notice));
        // A line break in a subject would start another header.
        setSubject(notice.subject().replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        setText(notice.body(), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(notice.at()));
        saveChanges();
    }

    private static InternetAddress address(Message notice) throws MessagingException {
        try {
            InternetAddress address =
                    new InternetAddress(notice.address(), notice.name(), StandardCharsets.UTF_8.name());
            address.validate();
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
