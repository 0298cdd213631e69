package slipway.communication.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import slipway.communication.CommunicationSettings;
import slipway.communication.port.NoticeChannel;
import slipway.communication.port.NoticeChannelContract;

class MailChannelTest extends NoticeChannelContract {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected NoticeChannel channel() {
        return channel(server.getSmtp().getPort(), Duration.ofMinutes(1));
    }

    private static NoticeChannel channel(int port, Duration patience) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailChannel(
                sender,
                new CommunicationSettings(
                        SENDER, patience, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    @Override
    protected List<MimeMessage> arrived() {
        return List.of(server.getReceivedMessages());
    }

    @Test
    void a_server_that_does_not_answer_leaves_the_notice_unsent() {
        NoticeChannel unreachable = channel(server.getSmtp().getPort(), Duration.ofMinutes(1));
        server.stop();

        assertThat(unreachable.send(notice("b@slipway", "News"))).isInstanceOf(NoticeChannel.NotSent.class);
    }

    @Test
    void a_server_that_takes_the_call_and_says_nothing_leaves_the_notice_unsent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NoticeChannel channel = channel(silent.getLocalPort(), Duration.ofMillis(50));

            assertThat(channel.send(notice("b@slipway", "News"))).isInstanceOf(NoticeChannel.NotSent.class);
        }
    }
}
