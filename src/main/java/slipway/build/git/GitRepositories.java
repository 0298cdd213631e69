package slipway.build.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.jspecify.annotations.Nullable;

/** Makes bare repositories from files at hand; the same commits give the same ids. */
public final class GitRepositories {
    private static final String BRANCH = Constants.R_HEADS + "main";

    /** One commit: all its files by path, who wrote it and when, and the tag that names it. */
    public record Commit(
            String tag, String message, String author, String email, Instant at, Map<String, byte[]> files) {}

    private GitRepositories() {}

    /** Makes the repository with these commits, oldest first; one that is there already is left as it is. */
    public static void create(Path bare, List<Commit> commits) throws IOException {
        if (Files.exists(bare)) {
            return;
        }
        Path folder = bare.toAbsolutePath().normalize();
        Path draft = folder.resolveSibling(folder.getFileName() + ".part");
        discard(draft);
        Files.createDirectories(draft);
        try (Repository git = new FileRepository(draft.toFile())) {
            git.create(true);
            withoutGarbageCollection(git);
            append(git, commits);
        }
        // A killed start leaves a draft and never half a repository.
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adds commits on top of a repository made here. */
    public static void append(Path bare, List<Commit> commits) throws IOException {
        try (Repository git = new FileRepository(bare.toFile())) {
            append(git, commits);
        }
    }

    private static void append(Repository git, List<Commit> commits) throws IOException {
        @Nullable ObjectId parent = git.resolve(BRANCH);
        for (Commit commit : commits) {
            ObjectId id = insert(git, commit, parent);
            point(git, BRANCH, id);
            point(git, Constants.R_TAGS + commit.tag(), id);
            parent = id;
        }
        git.updateRef(Constants.HEAD).link(BRANCH);
    }

    private static ObjectId insert(Repository git, Commit commit, @Nullable ObjectId parent) throws IOException {
        try (ObjectInserter inserter = git.newObjectInserter()) {
            CommitBuilder builder = new CommitBuilder();
            builder.setTreeId(tree(inserter, commit.files()));
            if (parent != null) {
                builder.setParentId(parent);
            }
            PersonIdent person = new PersonIdent(commit.author(), commit.email(), commit.at(), ZoneOffset.UTC);
            builder.setAuthor(person);
            builder.setCommitter(person);
            builder.setMessage(commit.message() + "\n");
            ObjectId id = inserter.insert(builder);
            inserter.flush();
            return id;
        }
    }

    private static ObjectId tree(ObjectInserter inserter, Map<String, byte[]> files) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder entries = index.builder();
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(script(file.getValue()) ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
            entries.add(entry);
        }
        entries.finish();
        return index.writeTree(inserter);
    }

    /** Whether the content starts as a script does; files packed in a jar have lost their executable bit. */
    public static boolean script(byte[] content) {
        return new String(content, 0, Math.min(2, content.length), StandardCharsets.ISO_8859_1).equals("#!");
    }

    private static void point(Repository git, String ref, ObjectId id) throws IOException {
        RefUpdate update = git.updateRef(ref);
        update.setNewObjectId(id);
        update.setForceUpdate(ref.equals(BRANCH));
        RefUpdate.Result result = update.update();
        switch (result) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {}
            default -> throw new IOException("could not set " + ref + " of " + git + ": " + result);
        }
    }

    private static void withoutGarbageCollection(Repository git) throws IOException {
        StoredConfig config = git.getConfig();
        config.setInt("gc", null, "auto", 0);
        config.save();
    }

    private static void discard(Path draft) throws IOException {
        if (Files.exists(draft)) {
            try (var files = Files.walk(draft)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
