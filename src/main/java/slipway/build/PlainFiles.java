package slipway.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Set;

/** Files of folders that somebody else may be changing: opened step by step below a folder held open, never by a link. */
final class PlainFiles {
    private PlainFiles() {}

    /** A folder, held open; whoever renames it or puts a link in its place changes nothing of what is held. */
    static SecureDirectoryStream<Path> folder(Path folder) throws IOException {
        DirectoryStream<Path> opened = Files.newDirectoryStream(folder);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        opened.close();
        throw new IOException("the file system of '" + folder + "' cannot hold folders open; use another");
    }

    /** Opens a plain file below a folder; anything else on the way or at its end is an error. */
    static InputStream open(Path folder, String path) throws IOException {
        try (SecureDirectoryStream<Path> held = folder(folder)) {
            return open(held, Path.of(path));
        }
    }

    private static InputStream open(SecureDirectoryStream<Path> held, Path path) throws IOException {
        if (path.getNameCount() > 1) {
            try (SecureDirectoryStream<Path> below =
                    held.newDirectoryStream(path.getName(0), LinkOption.NOFOLLOW_LINKS)) {
                return open(below, path.subpath(1, path.getNameCount()));
            }
        }
        // Asked before, because opening a pipe waits for somebody to write.
        if (!held.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isRegularFile()) {
            throw new FileSystemException(path.toString(), null, "is no plain file any more");
        }
        return Channels.newInputStream(
                held.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }
}
