package slipway.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns.Deposited;
import slipway.build.port.SourceRepository;
import slipway.build.port.SourceRepository.UnsafeSources;
import slipway.engine.TerminalFailure;
import slipway.library.Library;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** Brings what a passed build made, and what it was made of, into the library's store. */
@Component
class Deposits {
    private final SourceRepository sources;
    private final SourceArchives archives;
    private final BuildFolders folders;
    private final Library library;
    private final TreeLimits most;

    Deposits(
            SourceRepository sources,
            SourceArchives archives,
            BuildFolders folders,
            Library library,
            OutputSettings output,
            TreeSettings shape) {
        this.sources = sources;
        this.archives = archives;
        this.folders = folders;
        this.library = library;
        this.most = output.within(shape);
    }

    Deposited deposit(Build build) throws IOException, InterruptedException {
        Path folder = folders.of(build.key());
        Path tree = folder.resolve("sources");
        Path archive = folders.archive(build.key());
        try {
            // What was built is kept, and not what the repository holds since.
            if (!Files.exists(archive)) {
                sources.archive(build.repository(), build.commit(), archive);
            }
            archives.unpack(archive, tree, folder.resolve("unpacking.log"));
            Recipe recipe = Recipe.in(tree);
            artefacts(build, new Artefacts(folders.workspace(build.key()), recipe.output(), most));
            return new Deposited(build.key(), companions(build, tree, recipe));
        } catch (UnfitSources | UnsafeSources e) {
            throw new TerminalFailure("the sources of " + build.key() + " passed the build and now lack something", e);
        } finally {
            Scratch.wipe(tree);
        }
    }

    private void artefacts(Build build, Artefacts left) throws IOException, UnfitSources {
        for (Manifest.Entry entry : build.made().entries()) {
            if (!library.store(left.file(entry.path())).equals(entry.digest())) {
                throw new TerminalFailure("'" + entry.path() + "' of " + build.key() + " changed after the build");
            }
        }
    }

    private Map<String, Digest> companions(Build build, Path tree, Recipe recipe) throws IOException, UnfitSources {
        Path manifest = folders.of(build.key()).resolve("manifest.txt");
        Files.writeString(manifest, build.made().text());
        Map<String, Digest> companions = new LinkedHashMap<>();
        companions.put(Builds.SOURCES, library.store(folders.archive(build.key())));
        companions.put("manifest.txt", library.store(manifest));
        companions.put("build.log", library.store(folders.log(build.key())));
        for (String document : recipe.documents()) {
            companions.put(document, library.store(Recipe.document(tree, document)));
        }
        return companions;
    }
}
