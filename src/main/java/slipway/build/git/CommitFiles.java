package slipway.build.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import slipway.build.git.CommitTree.Content;
import slipway.build.git.CommitTree.Kind;

/** The files of one commit as an archive of our own making, read from the object database and never from a working copy. */
final class CommitFiles {
    private final Objects objects;
    private final List<Content> contents;

    CommitFiles(Objects objects, List<Content> contents) {
        this.objects = objects;
        this.contents = contents;
    }

    /** Writes the archive whole or not at all, also when it is killed on the way. */
    void archiveTo(Path tar) throws IOException {
        Path part = tar.resolveSibling(tar.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            write(part);
            Files.move(part, tar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(Path part) throws IOException {
        try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                TarArchiveOutputStream out = new TarArchiveOutputStream(file, StandardCharsets.UTF_8.name())) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Content content : contents) {
                add(out, content);
            }
        }
    }

    private void add(TarArchiveOutputStream out, Content content) throws IOException {
        boolean link = content.kind() == Kind.LINK;
        TarArchiveEntry entry =
                new TarArchiveEntry(content.path(), link ? TarConstants.LF_SYMLINK : TarConstants.LF_NORMAL);
        // One fixed time and no owner, so that the same commit gives the same bytes.
        entry.setModTime(0L);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setMode(content.kind() == Kind.EXECUTABLE ? 0755 : 0644);
        if (link) {
            entry.setLinkName(content.target());
            out.putArchiveEntry(entry);
        } else {
            entry.setSize(content.size());
            out.putArchiveEntry(entry);
            objects.copy(content.id(), content.size(), out);
        }
        out.closeArchiveEntry();
    }
}
