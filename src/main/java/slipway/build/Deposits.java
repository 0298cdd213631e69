package slipway.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns.Deposited;
import slipway.build.port.SourceRepository;
import slipway.engine.TerminalFailure;
import slipway.library.Library;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** Brings what a passed build made, and what it was made of, into the library's store. */
@Component
class Deposits {
    private final SourceRepository sources;
    private final BuildFolders folders;
    private final Library library;

    Deposits(SourceRepository sources, BuildFolders folders, Library library) {
        this.sources = sources;
        this.folders = folders;
        this.library = library;
    }

    Deposited deposit(Build build) throws IOException {
        Path folder = folders.of(build.key());
        Path tree = folder.resolve("sources");
        Scratch.wipe(tree);
        sources.checkout(build.repository(), build.commit(), tree);
        try {
            Recipe recipe = Recipe.in(tree);
            artefacts(build, folders.workspace(build.key()).resolve(recipe.output()));
            return new Deposited(build.key(), companions(build, tree, recipe));
        } catch (UnfitSources e) {
            throw new TerminalFailure("the sources of " + build.key() + " passed the build and now lack something", e);
        }
    }

    private void artefacts(Build build, Path output) throws IOException {
        for (Manifest.Entry entry : build.made().entries()) {
            try {
                Digest stored = library.store(output.resolve(entry.path()).toRealPath());
                if (!stored.equals(entry.digest())) {
                    throw new TerminalFailure("'" + entry.path() + "' of " + build.key() + " changed after the build");
                }
            } catch (NoSuchFileException e) {
                throw new TerminalFailure("'" + entry.path() + "' of " + build.key() + " went after the build", e);
            }
        }
    }

    private Map<String, Digest> companions(Build build, Path tree, Recipe recipe) throws IOException, UnfitSources {
        Path archive = folders.of(build.key()).resolve("sources.tar");
        Files.deleteIfExists(archive);
        sources.archive(build.repository(), build.commit(), archive);
        Path manifest = folders.of(build.key()).resolve("manifest.txt");
        Files.writeString(manifest, build.made().text());
        Map<String, Digest> companions = new LinkedHashMap<>();
        companions.put(Builds.SOURCES, library.store(archive));
        companions.put("manifest.txt", library.store(manifest));
        companions.put("build.log", library.store(folders.log(build.key())));
        for (String document : recipe.documents()) {
            companions.put(document, library.store(Recipe.document(tree, document)));
        }
        return companions;
    }
}
