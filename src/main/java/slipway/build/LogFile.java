package slipway.build;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The output of a command as people read it. */
public final class LogFile {
    private static final int TAIL_BYTES = 8192;
    private static final int TAIL_LINES = 40;

    private LogFile() {}

    /** The last lines, without characters that steer a terminal or hide something, also of logs that others wrote. */
    public static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        long from = Math.max(0, Files.size(log) - TAIL_BYTES);
        List<String> lines = new String(read(log, from, TAIL_BYTES), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\t]]", ""))
                .toList();
        return lines.stream().skip(Math.max(0, lines.size() - TAIL_LINES)).collect(Collectors.joining("\n"));
    }

    /** At most that many bytes from an offset on; none beyond the end. */
    public static byte[] read(Path log, long from, int most) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long left = Math.max(0, file.length() - from);
            byte[] bytes = new byte[(int) Math.min(most, left)];
            // No file system counts as far as people do.
            file.seek(Math.min(from, file.length()));
            file.readFully(bytes);
            return bytes;
        }
    }
}
