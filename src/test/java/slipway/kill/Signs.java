package slipway.kill;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;

/** What can be seen from outside of what a release does, in the files of its installation. */
final class Signs {
    private final Path data;
    private final String release;
    private final Robot people;

    Signs(Path data, String release, Robot people) {
        this.data = data;
        this.release = release;
        this.people = people;
    }

    /** Whether that goes on, or went on, since then. */
    boolean seen(Moment moment, Instant since) throws IOException {
        Path releases = data.resolve("sites").resolve(moment.site()).resolve("iban-check/releases");
        return switch (moment.kind()) {
            case BUILD -> any(data.resolve("builds"), "BLD-*", "build.log", since);
            case CHECK_IN -> any(data.resolve("library/incoming"), "*.part", "", since);
            case MAIL -> any(data.resolve("mail"), "*", "", since);
            case COPY -> changed(releases.resolve("." + release + ".part"), since);
            case SWITCH -> changed(releases.resolve(release), since);
            case BETWEEN, START -> people.acts() >= moment.acts();
        };
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
