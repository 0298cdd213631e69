package slipway.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** What lies in the folder of one delivery. */
final class DeliveredFiles {
    private static final Set<Path> PAPERS = Set.of(Path.of(Checksums.FILE), Path.of(Checksums.SIGNATURE));

    private final Path folder;
    private final DeliverySettings most;

    DeliveredFiles(Path folder, DeliverySettings most) {
        this.folder = folder;
        this.most = most;
    }

    /** Names every file but the papers; counts and measures before it reads a byte. */
    Manifest manifest() throws IOException, UnfitDelivery {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnfitDelivery("'" + folder + "' is no folder; put the vendor's files there");
        }
        try {
            List<Manifest.Entry> entries = new ArrayList<>();
            for (Path file : measured()) {
                entries.add(entry(file));
            }
            if (entries.isEmpty()) {
                throw new UnfitDelivery("the delivery holds no file; put the vendor's files into '" + folder + "'");
            }
            return new Manifest(entries);
        } catch (AccessDeniedException e) {
            throw new UnfitDelivery("'" + printable(Path.of(e.getFile())) + "' may not be read; open it to Slipway");
        }
    }

    private List<Path> measured() throws IOException, UnfitDelivery {
        Measure measure = new Measure();
        Files.walkFileTree(folder, measure);
        if (measure.files.size() > most.files()) {
            throw new UnfitDelivery("the delivery has more than " + most.files()
                    + " files; raise slipway.delivery.files or ask the vendor for an archive");
        }
        if (measure.bytes > most.size().toBytes()) {
            throw new UnfitDelivery("the delivery is larger than " + most.size().toMegabytes()
                    + " MB; raise slipway.delivery.size or ask the vendor for less");
        }
        return measure.files;
    }

    private Manifest.Entry entry(Path file) throws IOException, UnfitDelivery {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnfitDelivery(
                    "'" + printable(file) + "' is a link or a special file; ask the vendor for plain files");
        }
        try {
            return new Manifest.Entry(
                    folder.relativize(file).toString(),
                    Digest.of(file),
                    Files.size(file),
                    Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE));
        } catch (IllegalArgumentException e) {
            throw new UnfitDelivery(
                    "'" + printable(file) + "' has a name that no site can take; ask the vendor for another");
        }
    }

    private String printable(Path file) {
        return folder.relativize(file).toString().replaceAll("\\p{Cntrl}", "?");
    }

    private final class Measure extends SimpleFileVisitor<Path> {
        private final List<Path> files = new ArrayList<>();
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!PAPERS.contains(folder.relativize(file))) {
                files.add(file);
                bytes += attributes.size();
            }
            return files.size() > most.files() || bytes > most.size().toBytes()
                    ? FileVisitResult.TERMINATE
                    : FileVisitResult.CONTINUE;
        }
    }
}
