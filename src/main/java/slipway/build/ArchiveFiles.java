package slipway.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** What an archive of sources says to hold; read to its end before anything is unpacked. */
final class ArchiveFiles {
    private static final String LEAVE_OUT = "leave it out";

    private final TreeRules rules;

    private ArchiveFiles(TreeLimits most) {
        this.rules = new TreeRules(most);
    }

    /** The first thing in it that may not come in. */
    static Optional<TreeFault> fault(Path archive, TreeLimits most) throws IOException {
        ArchiveFiles files = new ArchiveFiles(most);
        try (InputStream file = Files.newInputStream(archive, LinkOption.NOFOLLOW_LINKS);
                TarArchiveInputStream tar = new TarArchiveInputStream(file, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Optional<TreeFault> fault = files.take(entry);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return files.rules.links();
        } catch (IllegalArgumentException e) {
            throw new IOException("the source archive is none", e);
        }
    }

    private Optional<TreeFault> take(TarArchiveEntry entry) {
        String path = entry.getName();
        if (entry.isSymbolicLink()) {
            return rules.link(path, entry.getLinkName());
        }
        return isPlain(entry)
                ? rules.file(path, entry.getSize())
                : Optional.of(new TreeFault(path, "is neither a file nor a symbolic link", LEAVE_OUT));
    }

    private static boolean isPlain(TarArchiveEntry entry) {
        // The library's own isFile is true of pipes, devices and hard links, too.
        return (entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM)
                && !entry.isSparse();
    }
}
