package slipway.build.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import slipway.build.port.SourceRepository.UnusableRepository;

/** The files of one commit, read from the object database and never from a working copy. */
final class CommitFiles {
    private static final Set<String> FORBIDDEN = Set.of("", ".", "..", ".git");

    private final Repository git;
    private final String commit;

    CommitFiles(Repository git, String commit) {
        this.git = git;
        this.commit = commit;
    }

    @FunctionalInterface
    private interface Receiver {
        void take(String path, FileMode mode, ObjectLoader content) throws IOException;
    }

    void writeTo(Path folder) throws IOException {
        each((path, mode, content) -> {
            Path target = folder.resolve(path);
            Files.createDirectories(target.resolve("..").normalize());
            if (mode.equals(FileMode.SYMLINK)) {
                Files.createSymbolicLink(target, Path.of(text(content)));
                return;
            }
            try (OutputStream out = Files.newOutputStream(target)) {
                content.copyTo(out);
            }
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(mode.equals(FileMode.EXECUTABLE_FILE) ? "rwxr-xr-x" : "rw-r--r--"));
        });
    }

    void archiveTo(Path tar) throws IOException {
        try (OutputStream file = Files.newOutputStream(tar);
                TarArchiveOutputStream out = new TarArchiveOutputStream(file, StandardCharsets.UTF_8.name())) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            each((path, mode, content) -> add(out, path, mode, content));
        }
    }

    private static void add(TarArchiveOutputStream out, String path, FileMode mode, ObjectLoader content)
            throws IOException {
        boolean link = mode.equals(FileMode.SYMLINK);
        TarArchiveEntry entry = new TarArchiveEntry(path, link ? TarConstants.LF_SYMLINK : TarConstants.LF_NORMAL);
        // One fixed time and no owner, so that the same commit gives the same bytes.
        entry.setModTime(0L);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setMode(mode.equals(FileMode.EXECUTABLE_FILE) ? 0755 : 0644);
        if (link) {
            entry.setLinkName(text(content));
            out.putArchiveEntry(entry);
        } else {
            entry.setSize(content.getSize());
            out.putArchiveEntry(entry);
            content.copyTo(out);
        }
        out.closeArchiveEntry();
    }

    private static String text(ObjectLoader content) throws IOException {
        try (InputStream in = content.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void each(Receiver receiver) throws IOException {
        try (RevWalk revisions = new RevWalk(git);
                TreeWalk files = new TreeWalk(git)) {
            RevCommit root = revisions.parseCommit(ObjectId.fromString(commit));
            files.addTree(root.getTree());
            files.setRecursive(true);
            while (files.next()) {
                String path = files.getPathString();
                FileMode mode = files.getFileMode();
                require(path, mode);
                receiver.take(path, mode, git.open(files.getObjectId(0)));
            }
        }
    }

    private void require(String path, FileMode mode) throws UnusableRepository {
        if (List.of(path.split("/", -1)).stream()
                .anyMatch(part -> FORBIDDEN.contains(part.toLowerCase(java.util.Locale.ROOT)))) {
            throw new UnusableRepository("commit " + commit + " has the forbidden path '" + path + "'");
        }
        if (mode.equals(FileMode.GITLINK)) {
            throw new UnusableRepository("commit " + commit + " refers to another repository at '" + path
                    + "'; copy those sources into this one");
        }
    }
}
