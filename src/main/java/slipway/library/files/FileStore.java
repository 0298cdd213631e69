package slipway.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import slipway.library.Library.AlteredContent;
import slipway.library.port.SoftwareStore;
import slipway.shared.DataFolder;
import slipway.shared.Digest;

/** The embedded store: one read-only file for each content, named by its digest. */
@Component
final class FileStore implements SoftwareStore {
    private final Path contents;
    private final Path incoming;

    @Autowired
    FileStore(DataFolder data) throws IOException {
        this(data.sub("library"));
    }

    FileStore(Path folder) throws IOException {
        contents = Files.createDirectories(folder.resolve("contents"));
        incoming = Files.createDirectories(folder.resolve("incoming"));
        dropLeftovers();
    }

    // A killed process leaves its temporary file behind; nothing refers to it.
    private void dropLeftovers() throws IOException {
        try (var files = Files.list(incoming)) {
            for (Path leftover : files.toList()) {
                Files.delete(leftover);
            }
        }
    }

    @Override
    public Digest store(InputStream content) throws IOException {
        return store(content, digest -> true);
    }

    @Override
    public Digest store(InputStream content, Digest expected) throws IOException {
        return store(content, expected::equals);
    }

    private Digest store(InputStream content, Predicate<Digest> wanted) throws IOException {
        Path temporary = Files.createTempFile(incoming, "content-", ".part");
        try {
            Digest digest = copyHashed(content, temporary);
            if (wanted.test(digest)) {
                settle(temporary);
                link(temporary, digest);
            }
            return digest;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Digest copyHashed(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            return copyHashed(in, to);
        }
    }

    private static Digest copyHashed(InputStream in, Path to) throws IOException {
        MessageDigest hash = Digest.sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), hash)) {
            in.transferTo(out);
        }
        return new Digest(HexFormat.of().formatHex(hash.digest()));
    }

    private static void settle(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    }

    private void link(Path temporary, Digest digest) throws IOException {
        Path place = place(digest);
        Files.createDirectories(folderOf(place));
        try {
            Files.createLink(place, temporary);
        } catch (FileAlreadyExistsException e) {
            // Write-once: what lies there stays, but a damaged file must not pass for what was just brought.
            flaw(digest).ifPresent(flaw -> {
                throw new IllegalStateException(flaw);
            });
        }
        for (Path folder : List.of(folderOf(place), contents)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void fetch(Digest digest, Path target) throws IOException {
        Path partial = Files.createTempFile(folderOf(target.toAbsolutePath()), ".fetch-", ".part");
        try {
            Digest found = copyHashed(place(digest), partial);
            if (!found.equals(digest)) {
                throw new AlteredContent(digest, found);
            }
            if (Files.exists(target, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    @Override
    public Optional<String> flaw(Digest digest) throws IOException {
        try {
            Digest found = Digest.of(place(digest));
            return found.equals(digest)
                    ? Optional.empty()
                    : Optional.of("the library's file " + digest + " holds other content: " + found);
        } catch (NoSuchFileException e) {
            return Optional.of("the library lacks file " + digest);
        }
    }

    private Path place(Digest digest) {
        return contents.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("'" + file + "' lies in no folder");
        }
        return folder;
    }
}
