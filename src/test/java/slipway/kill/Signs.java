package slipway.kill;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** What can be seen from outside of what releases do, in the files of its installation. */
final class Signs {
    private final Installation installation;
    private final Map<Delivery, Robot> people;

    Signs(Installation installation, Map<Delivery, Robot> people) {
        this.installation = installation;
        this.people = people;
    }

    /** Whether that goes on, or went on, since the latest start. */
    boolean seen(Moment moment) throws IOException {
        Instant since = installation.boot();
        Path data = installation.data();
        return switch (moment.kind()) {
            case BUILD -> any(data.resolve("builds"), "BLD-*", "build.log", since);
            case CHECK_IN -> any(data.resolve("library/incoming"), "*.part", "", since);
            case MAIL -> any(installation.mail().arrived(), "*", "", since);
            // The other release has too little to copy to be met at it.
            case COPY -> changed(installed(moment, Delivery.PROGRAM, ".%s.part"), since);
            case SWITCH -> changed(installed(moment, moment.delivery(), "%s"), since);
            case BETWEEN, START -> robot(moment.delivery()).acts() >= moment.acts();
        };
    }

    private Path installed(Moment moment, Delivery delivery, String name) {
        return installation
                .unit(moment.site(), delivery)
                .resolve("releases")
                .resolve(name.formatted(robot(delivery).release()));
    }

    private Robot robot(Delivery delivery) {
        return Objects.requireNonNull(people.get(delivery));
    }

    private static boolean any(Path folder, String glob, String below, Instant since) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            for (Path entry : entries) {
                if (changed(entry.resolve(below), since)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException | NotDirectoryException notYet) {
            return false;
        }
    }

    private static boolean changed(Path path, Instant since) throws IOException {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isAfter(since);
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }
}
