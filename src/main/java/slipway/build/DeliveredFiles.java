package slipway.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.Bounded;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** What lies in the folder of one delivery. */
final class DeliveredFiles {
    private static final Set<String> PAPERS = Set.of(Checksums.FILE, Checksums.SIGNATURE);
    private static final String WHOM = "ask the vendor to";

    private final Path folder;
    private final TreeLimits most;

    DeliveredFiles(Path folder, TreeLimits most) {
        this.folder = folder;
        this.most = most;
    }

    /** Names every file but the papers; counts and measures before it reads a byte. */
    Manifest manifest() throws IOException, UnfitDelivery {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnfitDelivery("'" + folder + "' is no folder; put the vendor's files there");
        }
        List<Manifest.Entry> entries = new ArrayList<>();
        for (String path : measured()) {
            if (!PAPERS.contains(path)) {
                entries.add(entry(path));
            }
        }
        if (entries.isEmpty()) {
            throw new UnfitDelivery("the delivery holds no file; put the vendor's files into '" + folder + "'");
        }
        return new Manifest(entries);
    }

    private List<String> measured() throws IOException, UnfitDelivery {
        FolderWalk.Found found = FolderWalk.of(folder, most, (rules, path, attributes) -> {
            if (PAPERS.contains(path)) {
                return Optional.empty();
            }
            return attributes.isRegularFile()
                    ? rules.file(path, attributes.size())
                    : Optional.of(new TreeFault(path, "is a link or a special file", "send plain files"));
        });
        if (found.fault().isPresent()) {
            throw new UnfitDelivery(found.fault().get().words(WHOM));
        }
        return found.files();
    }

    private Manifest.Entry entry(String path) throws IOException, UnfitDelivery {
        Path file = folder.resolve(path);
        try (InputStream content = PlainFiles.open(folder, path)) {
            long size = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .size();
            return new Manifest.Entry(
                    path,
                    Digest.of(Bounded.of(content, size)),
                    size,
                    Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                            .contains(PosixFilePermission.OWNER_EXECUTE));
        } catch (FileSystemException e) {
            throw new UnfitDelivery(
                    new TreeFault(path, "may not be read, or changes while it is", "leave it alone").words(WHOM)
                            + " and open it to Slipway");
        }
    }
}
