package slipway.communication.files;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.communication.CommunicationSettings;
import slipway.communication.port.NoticeChannel;
import slipway.communication.port.NoticeChannelContract;
import slipway.shared.DataFolder;

class FilesChannelTest extends NoticeChannelContract {
    @TempDir
    private Path data;

    @Override
    protected NoticeChannel channel() {
        return new FilesChannel(
                new DataFolder(data),
                new CommunicationSettings(
                        SENDER,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)));
    }

    @Override
    protected List<MimeMessage> arrived() throws Exception {
        List<MimeMessage> mails = new ArrayList<>();
        for (Path file : files()) {
            try (InputStream in = Files.newInputStream(file)) {
                mails.add(new MimeMessage(Session.getInstance(new Properties()), in));
            }
        }
        return mails;
    }

    private List<Path> files() throws IOException {
        Path folder = Files.createDirectories(data.resolve("mail"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    @Test
    void what_a_crash_left_half_written_is_neither_a_notice_nor_in_the_way() throws Exception {
        Path unfinished = Files.createDirectories(data.resolve("mail")).resolve("REL-2026-0001.rollout.zoe.4.part");
        Files.writeString(unfinished, "From: slip");

        channel().send(notice("REL-2026-0001.rollout.zoe.4@slipway", "News"));
        channel().send(notice("REL-2026-0001.rollout.zoe.4@slipway", "News"));

        assertThat(arrived()).hasSize(1);
        assertThat(unfinished).doesNotExist();
    }
}
