package slipway.site.directory;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.FileTree;
import slipway.shared.Manifest;
import slipway.shared.UnitId;
import slipway.site.port.Distribution;

/** Sites that are directories of this machine. */
@Component
class DirectoryDistribution implements Distribution {

    @Override
    public Channel channel() {
        return Channel.DIRECTORY;
    }

    @Override
    public Outcome distribute(Site site, UnitId unit, String name, Manifest manifest, Source source) {
        return attempt(() -> {
            UnitFolder folder = UnitFolder.open(site, unit);
            folder.make();
            Path release = folder.release(name);
            if (Files.exists(release, NOFOLLOW_LINKS) && differs(folder, release, manifest)) {
                if (folder.active().equals(Optional.of(name))) {
                    throw new SiteRefusal("'" + name + "' runs there with other files than the library's");
                }
                UnitFolder.delete(release);
            }
            if (!Files.exists(release, NOFOLLOW_LINKS)) {
                new Copy(folder, name, manifest, source).run();
            }
        });
    }

    @Override
    public Outcome activate(Site site, UnitId unit, String name) {
        return attempt(() -> {
            UnitFolder folder = UnitFolder.open(site, unit);
            folder.requireFolder(folder.root());
            folder.requireFolder(folder.releases());
            folder.requireFolder(folder.release(name));
            if (activeOrDangling(folder).equals(Optional.of(name))) {
                return;
            }
            Path link = folder.root().resolve(".current.new");
            UnitFolder.delete(link);
            Files.createSymbolicLink(link, Path.of("releases", name));
            Files.move(link, folder.current(), ATOMIC_MOVE);
            UnitFolder.sync(folder.root());
        });
    }

    @Override
    public Outcome deactivate(Site site, UnitId unit) {
        return attempt(() -> {
            UnitFolder folder = UnitFolder.open(site, unit);
            if (activeOrDangling(folder).isPresent()) {
                Files.delete(folder.current());
                UnitFolder.sync(folder.root());
            }
        });
    }

    private static boolean differs(UnitFolder folder, Path release, Manifest manifest) throws IOException {
        folder.requireFolder(release);
        return !FileTree.matches(release, manifest);
    }

    /** The active name; a link whose target is gone counts as none, so that it can be switched away from. */
    private static Optional<String> activeOrDangling(UnitFolder folder) throws IOException {
        boolean dangling = Files.isSymbolicLink(folder.current()) && !Files.exists(folder.current());
        return dangling ? Optional.empty() : folder.active();
    }

    private static Outcome attempt(Step step) {
        try {
            step.run();
            return new Done();
        } catch (IOException e) {
            return new Failed(SiteRefusal.words(e));
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
