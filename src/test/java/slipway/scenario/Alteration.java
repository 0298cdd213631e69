package slipway.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file of a site that somebody edited by hand. */
record Alteration(Path file, byte[] before) {

    static Alteration of(Path file) throws IOException {
        Alteration alteration = new Alteration(file, Files.readAllBytes(file));
        Files.writeString(file, "XX\t22\tNowhere\n");
        return alteration;
    }

    void undo() throws IOException {
        Files.write(file, before);
    }
}
