package slipway.kill;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An SMTP server in a process of its own that has each mail on disk, in a Maildir, before it says that it took it. */
final class MailServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private final Path folder;
    private final int port;
    private Process process;

    /** A mail as it lies there. */
    record Mail(String id, String to, Instant storedAt) {}

    MailServer(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = freePort();
        this.process = start();
    }

    int port() {
        return port;
    }

    /** Where mails appear when they are complete. */
    Path arrived() {
        return folder.resolve("maildir/new");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = start();
    }

    /** Everything that it ever took, in the order in which it did. */
    List<Mail> mails() throws IOException {
        if (Files.notExists(arrived())) {
            return List.of();
        }
        List<Mail> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(arrived())) {
            for (Path file : files.toList()) {
                mails.add(mail(file));
            }
        }
        mails.sort(Comparator.comparing(Mail::storedAt));
        return mails;
    }

    private static Mail mail(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            return new Mail(
                    message.getMessageID().replaceAll("[<>]", ""),
                    message.getHeader("X-RcptTo", null),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (MessagingException e) {
            throw new AssertionError("No mail: " + file, e);
        }
    }

    private Process start() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process started = new ProcessBuilder(
                        "aiosmtpd",
                        "--nosetuid",
                        "--listen",
                        "127.0.0.1:" + port,
                        "--class",
                        "aiosmtpd.handlers.Mailbox",
                        folder.resolve("maildir").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("smtp.txt").toFile()))
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (System.nanoTime() > end || started.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("No mail server: " + Files.readString(folder.resolve("smtp.txt")));
            }
        }
        return started;
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getInputStream().read() == '2';
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
