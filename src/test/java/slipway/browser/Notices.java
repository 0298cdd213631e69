package slipway.browser;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mail that people got, as files; links lead to where the product listens in this run. */
record Notices(Path mail, int port) {
    private static final Pattern LINK = Pattern.compile("http://\\S+searchQuery=\\S+");

    /** The link of the person's notice, once it was delivered. */
    Optional<String> linkFor(String person) throws IOException, MessagingException {
        if (!Files.isDirectory(mail)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(mail)) {
            Optional<Path> notice = files.filter(
                            file -> file.getFileName().toString().matches(".*\\." + person + "\\..*\\.eml"))
                    .findFirst();
            return notice.isPresent() ? link(notice.get()) : Optional.empty();
        }
    }

    private Optional<String> link(Path notice) throws IOException, MessagingException {
        try (InputStream content = Files.newInputStream(notice)) {
            Object body = new MimeMessage(Session.getInstance(new Properties()), content).getContent();
            Matcher link = LINK.matcher(body.toString());
            return link.find()
                    ? Optional.of(link.group().replaceFirst("localhost:\\d+", "localhost:" + port))
                    : Optional.empty();
        }
    }
}
