package slipway.build.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.build.port.BuildTool.Ended;
import slipway.build.port.BuildTool.Outcome;
import slipway.build.port.BuildTool.Stopped;

/** What a hostile command tries, and what is left on this machine afterwards. */
abstract class SandboxAttacks extends SandboxContract {

    @Test
    void no_user_namespace_is_made_inside() throws Exception {
        Outcome outcome = run(20, "unshare --user --map-root-user true 2>/dev/null && echo root of its own; exit 0");

        assertThat(exitCode(outcome)).isZero();
        assertThat(output()).isEmpty();
    }

    @Test
    void no_mode_is_left_that_lends_a_user_or_lets_others_in() throws Exception {
        Path outside = Files.writeString(folder().resolve("outside"), "x");
        Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rw-rw-rw-"));
        Outcome outcome = run(20, """
                cp /bin/true lends; chmod 6755 lends; mkdir open; chmod 7777 open; echo x > open/file
                chmod 666 open/file; mkdir closed; echo x > closed/file; chmod 0 closed; ln -s %s link
                echo x > run; chmod 711 run
                """.formatted(outside));

        assertThat(exitCode(outcome)).as(output()).isZero();
        assertThat(modes())
                .containsExactlyInAnyOrder(
                        "700 .", "700 lends", "700 open", "600 open/file", "700 closed", "600 closed/file", "700 run");
        assertThat(Files.getPosixFilePermissions(outside)).hasSize(6);
    }

    private List<String> modes() throws Exception {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(workspace(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                    throws java.io.IOException {
                found.add(mode(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws java.io.IOException {
                if (!attributes.isSymbolicLink()) {
                    found.add(mode(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private String mode(Path file) throws java.io.IOException {
        String name = workspace().relativize(file).toString();
        return Integer.toOctalString((int) Files.getAttribute(file, "unix:mode") & 07777)
                + " "
                + (name.isEmpty() ? "." : name);
    }

    @Test
    void no_device_is_made_and_everything_is_mounted_so_that_none_counts() throws Exception {
        Outcome outcome = run(20, """
                mknod disk b 8 0 2>/dev/null && echo "made a disk"
                mknod null c 1 3 2>/dev/null && echo "made a device"
                grep -v ' [a-z,]*nosuid' /proc/self/mountinfo
                grep -E ' (shared|master):' /proc/self/mountinfo
                exit 0
                """);

        assertThat(exitCode(outcome)).isZero();
        assertThat(output()).isEmpty();
    }

    @Test
    void proc_shows_its_own_processes_and_changes_nothing() throws Exception {
        Outcome outcome = run(20, """
                grep -l '^Uid:.*[^0-9]0[^0-9]' /proc/[0-9]*/status
                grep -a -l slipway /proc/[0-9]*/environ
                for file in /proc/sys/kernel/core_pattern /proc/sys/user/max_user_namespaces /proc/sysrq-trigger; do
                  (echo 1 > $file) 2>/dev/null && echo "writes $file"
                done
                set -- /proc/[0-9]*; [ $# -lt 6 ] || echo "sees $# processes"
                exit 0
                """);

        assertThat(exitCode(outcome)).isZero();
        assertThat(output()).isEmpty();
    }

    @Test
    void memory_that_belongs_to_no_process_counts() throws Exception {
        Outcome outcome = run(20, """
                perl -e 'my $number = `uname -m` =~ /x86/ ? 319 : 279;
                  my $name = "hidden"; my $file = syscall($number, $name, 0); die if $file < 0;
                  open(my $out, ">&=", $file); my $part = "x" x 1000000;
                  for (1..40) { syswrite($out, $part) }
                  for (1..9) { my $next = syscall($number, $name, 0); open(my $more, ">&=", $next);
                    push @kept, $more; for (1..40) { syswrite($more, $part) } }
                  print "filled\n"; sleep 60'
                """);

        assertThat(stopped(outcome)).contains("slipway.build.memory");
    }

    @Test
    void files_without_a_name_count() throws Exception {
        Outcome outcome = run(20, """
                perl -e 'my $part = "x" x 1000000;
                  for (1..9) { open(my $out, ">", "fill"); unlink("fill"); push @kept, $out;
                    for (1..10) { syswrite($out, $part) } }
                  sleep 60'
                """);

        assertThat(stopped(outcome)).contains("slipway.build.workspace");
    }

    @Test
    void files_that_are_only_mapped_any_more_count() throws Exception {
        Outcome outcome = run(20, """
                perl -e 'my $number = `uname -m` =~ /x86/ ? 9 : 222; my $part = "x" x 1000000; my $name = "fill\r(x)";
                  for (1..9) { open(my $out, "+>", $name); unlink($name); for (1..10) { syswrite($out, $part) }
                    die if syscall($number, 0, 10_000_000, 1, 1, fileno($out), 0) == -1; close($out) }
                  sleep 60'
                """);

        assertThat(stopped(outcome)).contains("slipway.build.workspace");
    }

    @Test
    void memory_that_outlives_every_process_is_small() throws Exception {
        Outcome outcome = run(20, """
                perl -e 'defined(shmget(0, 65_536, 01600)) or print "no small segment: $!\n";
                  for my $size (65_537, 40_000_000, 4_294_967_296 + 1) {
                    defined(shmget(0, $size, 01600)) and print "a segment of $size\n" }
                  defined(msgget(0, 01600)) and print "a queue\n"'
                """);

        assertThat(exitCode(outcome)).isZero();
        assertThat(output()).isEmpty();
    }

    @Test
    void a_hoard_of_empty_files_is_stopped() throws Exception {
        assertThat(stopped(run(20, "seq 1 20000 | xargs touch; sleep 60"))).contains("slipway.build.workspace");
    }

    @Test
    void a_hoard_of_empty_files_in_memory_is_stopped() throws Exception {
        assertThat(stopped(run(20, "cd /tmp; seq 1 20000 | xargs touch; sleep 60")))
                .contains("slipway.build.temporary");
        assertThat(stopped(run(20, "cd /dev/shm; seq 1 20000 | xargs touch; sleep 60")))
                .contains("slipway.build.temporary");
    }

    @Test
    void closing_a_folder_hides_nothing_that_is_written_into_it() throws Exception {
        Outcome outcome = run(20, """
                mkdir closed; cd closed; chmod 300 .
                n=0; while [ $n -lt 8 ]; do dd if=/dev/zero of=fill$n bs=1M count=10 2>/dev/null; n=$((n + 1)); done
                sleep 60
                """);

        assertThat(stopped(outcome)).contains("workspace");
    }

    @Test
    void what_was_closed_is_measured_at_the_end() throws Exception {
        Outcome outcome = run(20, """
                mkdir closed; cd closed; dd if=/dev/zero of=fill bs=1M count=40 2>/dev/null; cp fill more; chmod 0 .
                """);

        assertThat(stopped(outcome)).contains("slipway.build.workspace");
    }

    private String stopped(Outcome outcome) throws Exception {
        assertThat(outcome).as(output()).isInstanceOf(Stopped.class);
        return ((Stopped) outcome).cause();
    }

    @Test
    void links_that_lead_out_lead_nowhere_inside() throws Exception {
        Path outside = Files.writeString(folder().resolve("outside"), "secret\n");
        Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rw-rw-rw-"));
        Outcome outcome = run(20, """
                ln -s %1$s soft; cat soft; echo over > soft; ln %1$s hard; ln /bin/true hard; ln -s / all
                cat all%1$s; exit 0
                """.formatted(outside));

        assertThat(exitCode(outcome)).isZero();
        assertThat(output()).doesNotContain("secret");
        assertThat(outside).hasContent("secret");
        assertThat(workspace().resolve("hard")).doesNotExist();
    }

    @Test
    void daemons_end_with_the_command() throws Exception {
        for (int time = 0; time < 5; time++) {
            Outcome outcome = run(20, """
                    for n in 1 2 3 4 5 6 7 8 9; do setsid nohup sleep 4715 > /dev/null 2>&1 < /dev/null & done
                    (setsid sh -c 'trap "" TERM HUP; sleep 4715 & wait' &)
                    exit 0
                    """);

            assertThat(exitCode(outcome)).isZero();
            assertThat(((Ended) outcome).took()).isLessThan(java.time.Duration.ofSeconds(5));
            assertThat(running("sleep 4715")).isEmpty();
        }
    }

    @Test
    void signals_reach_only_its_own_processes() throws Exception {
        Process bystander = new ProcessBuilder(bystander()).start();
        try {
            Outcome outcome = run(
                    20,
                    "trap '' TERM; kill -TERM 1 " + bystander.pid() + " "
                            + ProcessHandle.current().pid() + "; kill -KILL -1; exit 0");

            assertThat(outcome).isInstanceOf(Ended.class);
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    /** A program of the very user that the job runs as. */
    abstract List<String> bystander();

    @Test
    void a_log_does_nothing_to_the_terminal_of_who_reads_it() throws Exception {
        Outcome outcome = run(20, """
                printf 'one\\033[2J\\033]0;title\\007\\010\\177two\\r\\nthree\\233A\\302\\233B\\342\\200\\256C\\n'
                printf '10%%\\r20%%\\r\\303\\244\\tend\\n'
                """);

        assertThat(exitCode(outcome)).isZero();
        String shown = Files.readString(log(), StandardCharsets.UTF_8);
        assertThat(shown.codePoints().filter(c -> c != '\n' && c != '\t'))
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        assertThat(shown.lines()).containsExactly("one[2J]0;titletwo", "three\ufffdABC", "10%", "20%", "\u00e4\tend");
    }
}
