package slipway.build.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The modes of what a job leaves: none that lends its owner, and nothing that others may change. */
enum Modes {
    /** As they came, for what is built of them may record them. */
    OF_SOURCES("ug-s,a-t,go-w,u+rwX"),
    /** For its owner only. */
    OF_WORK("ug-s,a-t,go=,u+rwX");

    private static final int SHOWN_BYTES = 1000;

    private final String change;

    Modes(String change) {
        this.change = change;
    }

    /** Nobody may work there any more. Follows no link, and goes deeper than any path reaches. */
    void set(Path workspace) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("chmod", "-R", change, workspace.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8);
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (process.waitFor() != 0) {
            throw new IOException("could not set the modes of " + workspace + ": " + said.strip());
        }
    }
}
