package slipway.communication.files;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import slipway.communication.CommunicationSettings;
import slipway.communication.mail.MimeNotice;
import slipway.communication.port.NoticeChannel;
import slipway.shared.DataFolder;

/** Without a mail server notices become {@code .eml} files in the data folder, one a message id. */
@Component
@ConditionalOnProperty(name = "spring.mail.host", havingValue = "false", matchIfMissing = true)
class FilesChannel implements NoticeChannel {
    private final DataFolder data;
    private final CommunicationSettings settings;

    FilesChannel(DataFolder data, CommunicationSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    @Override
    public Outcome send(Message message) {
        try {
            Path folder = data.sub("mail");
            String name = message.id().replaceAll("@.*", "").replaceAll("[^0-9A-Za-z._-]", "_");
            Path target = folder.resolve(name + ".eml");
            if (!Files.exists(target)) {
                // The same name for every attempt: what a crash left half-written is overwritten by the next one.
                Path unfinished = folder.resolve(name + ".part");
                write(new MimeNotice(message, settings.sender()), unfinished);
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Sent();
        } catch (IOException | MessagingException e) {
            return new NotSent(e.toString());
        }
    }

    private static void write(MimeNotice notice, Path file) throws IOException, MessagingException {
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            notice.writeTo(out);
            channel.force(true);
        }
    }
}
