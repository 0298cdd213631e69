package slipway.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A site whose folder of releases is gone, with a file in its place: neither installing nor restoring can work. */
record Breakage(Path releases, Path aside) {

    static Breakage of(Path site) {
        Path unit = site.resolve("iban-check");
        return new Breakage(unit.resolve("releases"), unit.resolveSibling("set-aside"));
    }

    void breakSite() {
        try {
            Files.move(releases, aside);
            Files.writeString(releases, "a file where a folder should be");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isBroken() {
        return Files.exists(aside);
    }

    void repair() throws IOException {
        Files.delete(releases);
        Files.move(aside, releases);
    }
}
