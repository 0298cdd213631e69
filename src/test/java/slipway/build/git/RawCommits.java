package slipway.build.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Writes commits that no Git would write, byte by byte, as {@code git hash-object --literally} does. */
public final class RawCommits implements AutoCloseable {
    public static final int FILE = 0100644;
    public static final int SCRIPT = 0100755;
    public static final int LINK = 0120000;
    public static final int FOLDER = 0040000;

    private final Path bare;
    private final FileRepository git;
    private final ObjectInserter inserter;

    public RawCommits(Path bare) throws IOException {
        this.bare = bare;
        this.git = new FileRepository(bare.toFile());
        if (!Files.exists(bare)) {
            git.create(true);
        }
        // As a mirror has them; single files would take most of the time of a thousand commits.
        this.inserter = git.getObjectDatabase().newPackInserter();
    }

    public ObjectId blob(String text) throws IOException {
        return blob(text.getBytes(StandardCharsets.UTF_8));
    }

    public ObjectId blob(byte[] content) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, content);
    }

    /** A file of the repository under that id that says something else than its id. */
    public ObjectId loose(ObjectId id, String type, long size, byte[] content) throws IOException {
        Path file = bare.resolve("objects")
                .resolve(id.name().substring(0, 2))
                .resolve(id.name().substring(2));
        Files.createDirectories(file.resolveSibling(""));
        Files.deleteIfExists(file);
        try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
            out.write((type + " " + size + "\0").getBytes(StandardCharsets.UTF_8));
            out.write(content);
        }
        return id;
    }

    /** The entries of a tree, in the order in which they are added. */
    public Tree tree() {
        return new Tree();
    }

    public ObjectId object(int type, byte[] raw) throws IOException {
        return inserter.insert(type, raw);
    }

    public String commit(ObjectId tree) throws IOException {
        String commit = draft(tree);
        flush();
        return commit;
    }

    /** Puts everything that was added since into the repository. */
    public void flush() throws IOException {
        inserter.flush();
    }

    /** A commit that is there once {@link #flush} was called. */
    public String draft(ObjectId tree) throws IOException {
        CommitBuilder builder = new CommitBuilder();
        builder.setTreeId(tree);
        builder.setAuthor(new PersonIdent("eve", "eve@alpenbank.example", Instant.EPOCH, ZoneOffset.UTC));
        builder.setCommitter(builder.getAuthor());
        builder.setMessage("Harmless");
        return inserter.insert(builder).name();
    }

    /** One file or link of a commit as JGit's own walk reads it. */
    public record Read(int mode, byte[] content) {}

    /** What a commit holds, read by other code than what brings it in. */
    public Map<String, Read> read(String commit) throws IOException {
        Map<String, Read> all = new TreeMap<>();
        try (RevWalk commits = new RevWalk(git);
                TreeWalk walk = new TreeWalk(git)) {
            walk.addTree(commits.parseCommit(ObjectId.fromString(commit)).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                all.put(
                        walk.getPathString(),
                        new Read(
                                walk.getRawMode(0),
                                git.open(walk.getObjectId(0)).getBytes()));
            }
        }
        return all;
    }

    public void tag(String name, String commit) throws IOException {
        RefUpdate update = git.updateRef(Constants.R_TAGS + name);
        update.setNewObjectId(ObjectId.fromString(commit));
        update.update();
    }

    @Override
    public void close() {
        inserter.close();
        git.close();
    }

    /** One tree object in the making. */
    public final class Tree {
        private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

        public Tree add(int mode, String name, ObjectId id) throws IOException {
            return add(mode, name.getBytes(StandardCharsets.UTF_8), id);
        }

        public Tree add(int mode, byte[] name, ObjectId id) throws IOException {
            raw.write((Integer.toOctalString(mode) + " ").getBytes(StandardCharsets.UTF_8));
            raw.write(name);
            raw.write(0);
            byte[] bytes = new byte[Constants.OBJECT_ID_LENGTH];
            id.copyRawTo(bytes, 0);
            raw.write(bytes);
            return this;
        }

        public ObjectId id() throws IOException {
            return object(Constants.OBJ_TREE, raw.toByteArray());
        }
    }
}
