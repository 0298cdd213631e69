package slipway.build.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import slipway.build.port.BuildTool;
import slipway.build.port.BuildTool.Ended;
import slipway.build.port.BuildTool.Job;
import slipway.build.port.BuildTool.Outcome;
import slipway.build.port.BuildTool.Stopped;

/** What every user of this machine must be protected from, whoever Slipway runs as. */
abstract class SandboxContract {
    private final List<String> heard = new ArrayList<>();
    private Path folder = Path.of("");
    private Path workspace = Path.of("");

    abstract BuildTool tool(SandboxSettings settings) throws IOException;

    abstract void own(Path workspace) throws IOException;

    final Path folder() {
        return folder;
    }

    final Path workspace() {
        return workspace;
    }

    @BeforeEach
    void make_a_workspace() throws IOException {
        folder = Files.createTempDirectory("slipway-sandbox");
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        workspace = Files.createDirectory(folder.resolve("workspace"));
    }

    static SandboxSettings settings(int seconds) {
        return new SandboxSettings(
                "bwrap",
                false,
                Duration.ofSeconds(seconds),
                DataSize.ofMegabytes(200),
                DataSize.ofMegabytes(50),
                DataSize.ofMegabytes(20),
                DataSize.ofKilobytes(64),
                60,
                128,
                64321);
    }

    @Test
    void what_it_runs_yields_to_whoever_waits_for_a_page() throws Exception {
        assertThat(exitCode(run(10, "cut -d' ' -f19 /proc/self/stat"))).isZero();
        assertThat(output().strip()).endsWith("19");
    }

    final Outcome run(int seconds, String command) throws Exception {
        own(workspace);
        return tool(settings(seconds))
                .run(new Job(command, workspace, Map.of("GREETING", "hello"), Map.of(), log(), heard::add));
    }

    final Path log() {
        return folder.resolve("build.log");
    }

    final String output() throws IOException {
        return Files.readString(log());
    }

    final int exitCode(Outcome outcome) throws IOException {
        assertThat(outcome).as(output()).isInstanceOf(Ended.class);
        return ((Ended) outcome).exitCode();
    }

    @Test
    void a_command_writes_its_workspace_and_its_output_is_kept() throws Exception {
        Outcome outcome = run(20, "pwd; echo $GREETING | tee made; echo lost >&2; exit 3");

        assertThat(exitCode(outcome)).isEqualTo(3);
        assertThat(((Ended) outcome).cut()).as("something of it was dropped").isFalse();
        assertThat(output()).isEqualTo("/workspace\nhello\nlost\n");
        assertThat(workspace.resolve("made")).hasContent("hello");
        assertThat(heard).last().isEqualTo("lost");
    }

    @Test
    void the_last_words_of_a_command_are_never_lost() throws Exception {
        for (int time = 0; time < 5; time++) {
            run(20, "awk 'BEGIN { for (i = 0; i < 4000; i++) print \"line\", i; print \"last words\" }'");
            assertThat(output()).endsWith("last words\n");
        }
    }

    @Test
    void nothing_of_this_machine_is_seen_or_changed() throws Exception {
        Outcome outcome = run(20, """
                for file in /etc/passwd /etc/shadow /root /home /var /opt /run /sys /proc/1/root/etc/passwd; do
                  if [ -e "$file" ]; then echo "sees $file"; fi
                done
                for file in /usr/x /x /dev/x /bin/x; do (echo > $file) 2>/dev/null && echo "writes $file"; done
                [ "$(id -u)" = 0 ] && echo "is root"
                grep -E 'Cap(Prm|Eff|Bnd|Amb):' /proc/self/status | grep -v 0000000000000000
                env | grep -vE '^(GREETING|HOME|LANG|PATH|PWD|SOURCE_DATE_EPOCH|TMPDIR|TZ|SHLVL|_|OLDPWD)='
                echo over > /tmp/scratch && cat /tmp/scratch
                """);

        assertThat(exitCode(outcome)).isZero();
        assertThat(output()).isEqualTo("over\n");
    }

    @Test
    void there_is_no_network_not_even_to_this_machine() throws Exception {
        try (ServerSocket door = new ServerSocket(0)) {
            Outcome outcome = run(
                    20,
                    "awk 'NR > 2 && $1 != \"lo:\" { print \"has\", $1 }' /proc/net/dev; "
                            + "perl -MSocket -e 'socket(my $s, PF_INET, SOCK_STREAM, 0) or exit 5;"
                            + " exit(connect($s, sockaddr_in(" + door.getLocalPort()
                            + ", inet_aton(\"127.0.0.1\"))) ? 0 : 7)'");

            assertThat(exitCode(outcome)).isEqualTo(7);
            assertThat(output()).doesNotContain("has");
        }
    }

    @Test
    void a_fork_bomb_is_stopped_by_the_number_of_processes() throws Exception {
        Outcome outcome = run(20, """
                n=0
                while [ $n -lt 200 ]; do sleep 60 & n=$((n + 1)); done
                echo "forked all"
                """);

        assertThat(exitCode(outcome)).isNotZero();
        assertThat(output()).doesNotContain("forked all").containsIgnoringCase("fork");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_bomb_that_never_ends_goes_with_its_time() throws Exception {
        Outcome outcome = run(3, "b() { b | b & }; b; while :; do :; done");

        assertThat(outcome).isInstanceOf(Stopped.class);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_memory_hog_is_stopped() throws Exception {
        Outcome outcome = run(20, "perl -e 'my @a; while (1) { push @a, \"x\" x 1000000; }' & wait");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.cause()).contains("slipway.build.memory"));
    }

    @Test
    void an_endless_loop_is_stopped() throws Exception {
        Outcome outcome = run(2, "while :; do sleep 0.2; done");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.cause()).contains("slipway.build.time"));
    }

    @Test
    void a_disk_filler_is_stopped() throws Exception {
        Outcome outcome = run(20, """
                n=0; while :; do dd if=/dev/zero of=fill$n bs=1M count=10 2>/dev/null; n=$((n + 1)); done
                """);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.cause()).contains("slipway.build.workspace"));
    }

    @Test
    void a_disk_filler_below_folders_that_no_path_reaches_is_stopped() throws Exception {
        Outcome outcome = run(
                20,
                "n=0; while [ $n -lt 60 ]; do mkdir " + "d".repeat(200) + " && cd -P " + "d".repeat(200)
                        + "; n=$((n + 1)); done; dd if=/dev/zero of=fill bs=1M count=1 2>/dev/null");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.cause()).contains("slipway.build.workspace"));
    }

    @Test
    void an_archive_is_unpacked_as_the_user_of_the_jobs() throws Exception {
        own(workspace);
        Path archive =
                archive("mkdir a && echo text > a/file && ln -s a/file link && chmod 6775 a/file && chmod 2777 a", ".");

        assertThat(exitCode(tool(settings(20)).unpack(archive, workspace, log())))
                .isZero();

        assertThat(workspace.resolve("a/file")).hasContent("text").isExecutable();
        assertThat((int) Files.getAttribute(workspace.resolve("a/file"), "unix:mode") & 07777)
                .isEqualTo(0755);
        assertThat((int) Files.getAttribute(workspace.resolve("a"), "unix:mode") & 07777)
                .isEqualTo(0755);
        assertThat(workspace.resolve("link")).isSymbolicLink();
        assertThat(Files.getOwner(workspace.resolve("a/file"))).isEqualTo(Files.getOwner(workspace));
    }

    @Test
    void an_archive_that_leads_out_writes_nothing_outside_its_workspace() throws Exception {
        own(workspace);
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.setPosixFilePermissions(outside, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        Path archive = archive(
                "ln -s '" + outside + "' away; echo owned > file", "-P --transform 's,^file$,away/owned,' away file");

        tool(settings(20)).unpack(archive, workspace, log());

        assertThat(outside).isEmptyDirectory();
    }

    private Path archive(String made, String packed) throws Exception {
        Path from = Files.createDirectory(folder.resolve("from"));
        Path archive = folder.resolve("archive.tar");
        int exit = new ProcessBuilder(
                        "sh", "-c", "cd '" + from + "' && { " + made + "; } && tar -cf '" + archive + "' " + packed)
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
        return archive;
    }

    @Test
    void temporary_and_shared_memory_folders_are_small() throws Exception {
        Outcome outcome = run(20, """
                for file in /tmp/fill /dev/shm/fill; do
                  dd if=/dev/zero of=$file bs=1M count=40 2>/dev/null && echo "filled $file"
                done; exit 0
                """);

        assertThat(exitCode(outcome)).isZero();
        assertThat(output()).isEmpty();
    }

    @Test
    void endless_output_does_not_fill_the_log() throws Exception {
        Outcome outcome = run(2, "yes");

        assertThat(outcome).isInstanceOf(Stopped.class);
        assertThat(Files.size(log())).isLessThan(66_000);
        assertThat(output()).contains("[the rest of the output was dropped");
    }

    @Test
    void a_gigabyte_of_output_is_read_to_its_end_and_not_kept() throws Exception {
        Outcome outcome = run(60, "head -c 1000000000 /dev/zero | tr '\\0' x; exit 4");

        assertThat(exitCode(outcome)).isEqualTo(4);
        assertThat(((Ended) outcome).cut()).as("something of it was dropped").isTrue();
        assertThat(Files.size(log())).isLessThan(66_000);
    }

    static List<String> leftovers() {
        return running("sleep 60");
    }

    static List<String> running(String command) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(command))
                .map(Object::toString)
                .toList();
    }

    static List<String> as(int user, String... command) {
        List<String> line =
                new ArrayList<>(List.of("setpriv", "--reuid", "" + user, "--regid", "" + user, "--clear-groups", "--"));
        line.addAll(List.of(command));
        return line;
    }

    static void chown(Path path, int user) throws IOException {
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
    }
}
