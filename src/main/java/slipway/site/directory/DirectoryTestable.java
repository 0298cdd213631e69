package slipway.site.directory;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.site.port.Testable;

/** Whether a folder of this machine can be worked in; leaves nothing behind. */
@Component
class DirectoryTestable implements Testable {
    private static final DataSize ROOM = DataSize.ofMegabytes(50);

    @Override
    public Channel channel() {
        return Channel.DIRECTORY;
    }

    @Override
    public List<Check> tryOut(Site site) {
        Path folder = site.folder();
        List<Check> checks = new ArrayList<>();
        boolean there = Files.isDirectory(folder);
        checks.add(new Check("folder", there ? "" : folder + " is no folder; make it, or correct the site's address"));
        if (there) {
            checks.add(attempt("writable", () -> write(folder)));
            checks.add(attempt("room", () -> room(folder)));
            checks.add(attempt("links", () -> link(folder)));
        }
        return checks;
    }

    private static void write(Path folder) throws IOException {
        try {
            Files.delete(Files.createTempFile(folder, ".slipway-", ".try"));
        } catch (IOException e) {
            throw new SiteRefusal("no file can be written in " + folder + " (" + SiteRefusal.words(e)
                    + "); give Slipway's user the right to write there");
        }
    }

    private static void room(Path folder) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() < ROOM.toBytes()) {
            throw new SiteRefusal(DataSize.ofBytes(disk.getUsableSpace()).toMegabytes() + " MB are free in " + folder
                    + ", at least " + ROOM.toMegabytes() + " are needed; make room");
        }
    }

    private static void link(Path folder) throws IOException {
        Path trial = Files.createTempDirectory(folder, ".slipway-");
        try {
            Files.delete(Files.createSymbolicLink(trial.resolve("current"), Path.of("releases")));
        } catch (IOException | UnsupportedOperationException e) {
            throw new SiteRefusal("no link can be made in " + folder + " ("
                    + e.getClass().getSimpleName() + "); use a file system that has symbolic links");
        } finally {
            UnitFolder.delete(trial);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static Check attempt(String name, Step step) {
        try {
            step.run();
            return new Check(name, "");
        } catch (IOException e) {
            return new Check(name, SiteRefusal.words(e));
        }
    }
}
