package slipway.build.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The filter of system calls that a job runs under, as a file for the kernel (seccomp). System V shared memory and
 * message queues belong to no process, so nobody could count them: a segment is small, as PostgreSQL needs one, and a
 * queue is refused. Programs for another kind of machine, whose calls have other numbers, do not run.
 */
record CallFilter(Optional<Path> file) implements AutoCloseable {
    private static final int BYTES_OF_A_SEGMENT = 65_536;
    private static final String OPEN = "exec 9<\"$1\"; shift; exec \"$@\"";

    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_GREATER = 0x25;
    private static final int IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;
    private static final int NUMBER = 0;
    private static final int MACHINE = 4;
    private static final int SIZE_LOW = 24;
    private static final int SIZE_HIGH = 28;
    private static final int OF_X32 = 0x40000000;
    private static final int ALLOW = 0x7fff0000;
    private static final int INVALID = 0x00050000 | 22;
    private static final int NO_SPACE = 0x00050000 | 28;
    private static final int NO_SUCH_CALL = 0x00050000 | 38;

    /** The numbers that the kernel gives to a kind of machine and to its calls. */
    private enum Machine {
        AMD64(0xC000003E, 29, 68),
        AARCH64(0xC00000B7, 194, 186);

        private final int kind;
        private final int segment;
        private final int queue;

        Machine(int kind, int segment, int queue) {
            this.kind = kind;
            this.segment = segment;
            this.queue = queue;
        }

        private byte[] program() {
            int[][] steps = {
                {LOAD, 0, 0, MACHINE},
                {IF_EQUAL, 0, 11, kind},
                {LOAD, 0, 0, NUMBER},
                {IF_AT_LEAST, 9, 0, OF_X32},
                {IF_EQUAL, 7, 0, queue},
                {IF_EQUAL, 0, 4, segment},
                {LOAD, 0, 0, SIZE_HIGH},
                {IF_EQUAL, 0, 3, 0},
                {LOAD, 0, 0, SIZE_LOW},
                {IF_GREATER, 1, 0, BYTES_OF_A_SEGMENT},
                {RETURN, 0, 0, ALLOW},
                {RETURN, 0, 0, INVALID},
                {RETURN, 0, 0, NO_SPACE},
                {RETURN, 0, 0, NO_SUCH_CALL}
            };
            ByteBuffer program = ByteBuffer.allocate(steps.length * Long.BYTES).order(ByteOrder.nativeOrder());
            for (int[] step : steps) {
                program.putShort((short) step[0])
                        .put((byte) step[1])
                        .put((byte) step[2])
                        .putInt(step[3]);
            }
            return program.array();
        }
    }

    /** For the time of a job; on a machine whose numbers nobody has looked up there is none. */
    static CallFilter written() throws IOException {
        Optional<Machine> machine = Arrays.stream(Machine.values())
                .filter(known -> known.name().equalsIgnoreCase(System.getProperty("os.arch")))
                .findAny();
        if (machine.isEmpty()) {
            return new CallFilter(Optional.empty());
        }
        Path file = Files.createTempFile("slipway-calls", ".bpf");
        Files.write(file, machine.get().program());
        return new CallFilter(Optional.of(file));
    }

    /** Goes before everything else, since a user of the builds could not open it. */
    List<String> opened() {
        return file.map(path -> List.of("/bin/sh", "-c", OPEN, "sh", path.toString()))
                .orElseGet(List::of);
    }

    List<String> option() {
        return file.isPresent() ? List.of("--seccomp", "9") : List.of();
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
