package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.testing.Product;

/** One clear sentence each, exit code not 0, no stack trace. */
class StartRefusedProductTest {
    @TempDir
    Path folder;

    @Test
    void a_taken_port() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refused("Port " + taken.getLocalPort(), "--server.port=" + taken.getLocalPort());
        }
    }

    @Test
    void a_disk_with_too_little_room() throws Exception {
        refused("is full", "--slipway.minimum-free=900TB");
    }

    @Test
    void a_disk_that_fills_up_while_starting() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        String small = "mount -t tmpfs -o size=20m tmpfs '" + data + "' && exec \"$@\"";
        refusedAs(
                List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", small, "sh"),
                "The disk is full",
                "--server.port=0",
                "--slipway.minimum-free=0MB");
    }

    @Test
    void data_that_is_no_folder() throws Exception {
        Files.writeString(folder.resolve("data"), "a file");
        refused("is no folder");
    }

    @Test
    void data_that_may_not_be_read() throws Exception {
        boolean root = System.getProperty("user.name").equals("root");
        Files.createDirectory(
                folder.resolve("data"),
                PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString(root ? "rwx------" : "---------")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        // Root reads everything, so somebody else has to try.
        List<String> stranger = root ? List.of("setpriv", "--reuid=nobody", "--clear-groups") : List.of();
        refusedAs(stranger, "cannot read and write its data");
    }

    @Test
    void a_folder_of_something_else() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("thesis.txt"), "chapter 1");
        refused("holds something else");
    }

    @Test
    void a_second_slipway_on_the_same_data() throws Exception {
        Path lock = Files.createDirectory(folder.resolve("data")).resolve("slipway.lock");
        try (FileChannel first = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(first.tryLock()).isNotNull();
            first.write(ByteBuffer.wrap("4711\n".getBytes(StandardCharsets.UTF_8)));
            refused("Another Slipway (process 4711) works on");
        }
    }

    @Test
    void data_of_another_postgresql() throws Exception {
        Path cluster = Files.createDirectories(folder.resolve("data/postgres/cluster"));
        Files.writeString(folder.resolve("data/slipway.lock"), "");
        Files.writeString(cluster.resolve("PG_VERSION"), "14\n");
        refused("is of PostgreSQL 14", "--server.port=0");
    }

    @Test
    void a_database_that_is_not_there() throws Exception {
        refused(
                "cannot be reached",
                "--server.port=0",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/slipway",
                "--spring.datasource.username=slipway");
    }

    @Test
    void production_without_a_password() throws Exception {
        refused("slipway.administrator.password", "--spring.profiles.active=production");
    }

    @Test
    void no_jdk() throws Exception {
        Process make = new ProcessBuilder("make", "run", "JAVA_HOME=")
                .redirectErrorStream(true)
                .start();
        String said = new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(make.waitFor()).isNotZero();
        assertThat(said).contains("needs a JDK 21 or newer").doesNotContain("mvn");
    }

    private void refused(String sentence, String... arguments) throws IOException, InterruptedException {
        refusedAs(List.of(), sentence, arguments);
    }

    private void refusedAs(List<String> prefix, String sentence, String... arguments)
            throws IOException, InterruptedException {
        try (Product product = Product.start(folder, prefix, arguments)) {
            assertThat(product.exitCode(90)).isNotZero();
            assertThat(product.err()).contains(sentence).doesNotContain("\tat ");
            assertThat(product.err().strip().lines()).hasSize(1);
            assertThat(product.out()).isEmpty();
        }
    }
}
