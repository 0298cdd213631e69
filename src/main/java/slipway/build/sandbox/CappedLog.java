package slipway.build.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a process's output, made legible, to a file as it comes, up to a size; the rest is read and dropped. */
final class CappedLog implements Runnable {
    private static final int LINE_CHARACTERS = 200;
    private static final int TAIL_CHARACTERS = 4096;

    private final Reader from;
    private final Legible legible = new Legible();
    private final Path file;
    private final long cap;
    private volatile String tail = "";
    private volatile @Nullable IOException failure;
    private volatile boolean cut;
    private long written;

    CappedLog(InputStream from, Path file, long cap) {
        this.from = new InputStreamReader(from, StandardCharsets.UTF_8);
        this.file = file;
        this.cap = cap;
    }

    @Override
    public void run() {
        char[] buffer = new char[8192];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = next(buffer); read >= 0; read = next(buffer)) {
                String text = legible.next(buffer, read);
                keep(out, text.getBytes(StandardCharsets.UTF_8));
                tail = (tail.length() > TAIL_CHARACTERS ? tail.substring(tail.length() - TAIL_CHARACTERS) : tail)
                        + text;
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    // A killed process closes its end under us, which ends the output like any other end.
    private int next(char[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private void keep(OutputStream out, byte[] text) throws IOException {
        int room = (int) Math.min(text.length, Math.max(0, cap - written));
        out.write(text, 0, room);
        if (room < text.length && !cut) {
            out.write(("\n[the rest of the output was dropped: slipway.build.log is " + cap + " bytes]\n")
                    .getBytes(StandardCharsets.UTF_8));
            cut = true;
        }
        written += room;
    }

    /** Fails when the log could not be written; the build says nothing then that can be trusted. */
    void check() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw new IOException("could not write the log " + file, failed);
        }
    }

    /** Whether something was dropped; known once all of the output was read. */
    boolean isCut() {
        return cut;
    }

    /** The last line with something on it. */
    Optional<String> latest() {
        return tail.lines()
                .map(line -> line.replace('\t', ' ').strip())
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second)
                .map(line -> line.length() > LINE_CHARACTERS ? line.substring(0, LINE_CHARACTERS) : line);
    }
}
