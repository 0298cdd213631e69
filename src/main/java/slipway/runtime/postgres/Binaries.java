package slipway.runtime.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once into a folder named by the archive's digest. */
public record Binaries(Path home) {

    /** The programs below that folder, unpacked now when they are not there yet. */
    public static Binaries in(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve("binaries-" + digest(archive).substring(0, 12));
        if (Files.notExists(home)) {
            Files.createDirectories(folder);
            Path half = Files.createTempDirectory(folder, "unpacking-");
            Permissions.set(half, "rwxr-xr-x");
            unpack(archive, half);
            place(half, home);
            removeOthers(folder, home);
        }
        return new Binaries(home);
    }

    private static void place(Path half, Path home) throws IOException {
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException unpackedMeanwhile) {
            FileSystemUtils.deleteRecursively(half);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** The major version of PostgreSQL, as its own catalogue begins with it. */
    String major() throws IOException {
        Path catalogue = home.resolve("share").resolve("postgresql").resolve("postgres.bki");
        try (Stream<String> lines = Files.lines(catalogue)) {
            return lines.findFirst().orElse("").replaceAll("\\D", "");
        }
    }

    private static byte[] archive() throws IOException {
        String name = Platform.archive();
        try (InputStream in = Binaries.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The archive " + name + " is missing in the application");
            }
            return in.readAllBytes();
        }
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            folder(file);
            return;
        }
        folder(file.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            Permissions.set(file, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    // When Slipway is root another user runs what lies here, whatever our own umask says.
    private static void folder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            folder(folder.resolve("..").normalize());
            Permissions.set(Files.createDirectory(folder), "rwxr-xr-x");
        }
    }

    private static void removeOthers(Path folder, Path kept) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith("binaries-") && !entry.equals(kept)) {
                    FileSystemUtils.deleteRecursively(entry);
                }
            }
        }
    }
}
