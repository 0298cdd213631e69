package slipway.build.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import slipway.build.TreeFault;
import slipway.build.TreeLimits;
import slipway.build.TreeRules;
import slipway.build.port.SourceRepository.UnsafeSources;
import slipway.shared.PlainText;

/**
 * The files of one commit, once each of its objects was checked as {@code git fsck} does and all of them together keep
 * to the limits. Sizes are those that objects say to have, so that nothing is inflated to be counted.
 */
final class CommitTree {
    // Git itself writes the second for the first where a group may write; it means the same.
    private static final int PLAIN = 0100644;
    private static final int PLAIN_OF_GROUP = 0100664;
    private static final int EXECUTABLE = 0100755;
    private static final long MOST_COMMIT_BYTES = 1 << 20;

    private final Objects objects;
    private final String commit;
    private final TreeLimits most;
    private final TreeRules rules;
    private final List<Content> contents = new ArrayList<>();
    private long listed;

    /** One file or link, in the order of Git. */
    record Content(String path, Kind kind, ObjectId id, long size, String target) {}

    /** What it is. */
    enum Kind {
        PLAIN,
        EXECUTABLE,
        LINK
    }

    private CommitTree(Objects objects, String commit, TreeLimits most) {
        this.objects = objects;
        this.commit = commit;
        this.most = most;
        this.rules = new TreeRules(most);
    }

    /** Reads and checks all of it. */
    static List<Content> checked(Objects objects, String commit, TreeLimits most) throws IOException {
        CommitTree tree = new CommitTree(objects, commit, most);
        tree.walk(tree.root(), "");
        tree.require(tree.rules.links());
        return tree.contents;
    }

    private ObjectId root() throws IOException {
        ObjectId id = Objects.reading(() -> ObjectId.fromString(commit));
        byte[] raw = objects.bytes(id, Constants.OBJ_COMMIT, MOST_COMMIT_BYTES);
        // Old tools wrote names and addresses that no longer pass; they lead nowhere.
        soundly("", () -> new ObjectChecker().setAllowInvalidPersonIdent(true).checkCommit(id, raw));
        return Objects.reading(() -> RevCommit.parse(raw).getTree().getId());
    }

    private void walk(ObjectId id, String folder) throws IOException {
        // Of all folders together, because those on the way down are held at once.
        byte[] raw = objects.bytes(id, Constants.OBJ_TREE, most.longestListing() - listed);
        listed += raw.length;
        List<RawTree.Entry> entries = RawTree.entries(raw)
                .orElseThrow(() -> unsafe(new TreeFault(
                        shown(folder), "is no list of files as Git writes it", "commit it anew with Git")));
        for (RawTree.Entry entry : entries) {
            take(entry, folder);
        }
        // After our own rules, whose sentences name the entry.
        soundly(folder, () -> new ObjectChecker().setSafeForMacOS(true).checkTree(id, raw));
    }

    private void take(RawTree.Entry entry, String folder) throws IOException {
        String path = folder
                + entry.name()
                        .orElseThrow(() -> unsafe(new TreeFault(
                                folder + new String(entry.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1),
                                "has a name that is not written in UTF-8",
                                "rename it")));
        switch (entry.mode()) {
            case PLAIN, PLAIN_OF_GROUP -> file(path, Kind.PLAIN, entry.id());
            case EXECUTABLE -> file(path, Kind.EXECUTABLE, entry.id());
            case FileMode.TYPE_SYMLINK -> link(path, entry.id());
            case FileMode.TYPE_TREE -> {
                require(rules.folder(path));
                walk(entry.id(), path + "/");
            }
            case FileMode.TYPE_GITLINK ->
                throw unsafe(new TreeFault(path, "refers to another repository", "copy those sources into this one"));
            default ->
                throw unsafe(new TreeFault(
                        path, "is of the unknown kind " + Integer.toOctalString(entry.mode()), "leave it out"));
        }
    }

    private void file(String path, Kind kind, ObjectId id) throws IOException {
        long size = objects.size(id, Constants.OBJ_BLOB);
        require(rules.file(path, size));
        contents.add(new Content(path, kind, id, size, ""));
    }

    private void link(String path, ObjectId id) throws IOException {
        String target = RawTree.text(
                        objects.bytes(id, Constants.OBJ_BLOB, most.shape().path()))
                .orElseThrow(() -> unsafe(new TreeFault(
                        path, "is a symbolic link whose target is not written in UTF-8", "leave it out")));
        require(rules.link(path, target));
        contents.add(new Content(path, Kind.LINK, id, 0, target));
    }

    private void require(Optional<TreeFault> fault) throws UnsafeSources {
        if (fault.isPresent()) {
            throw unsafe(fault.get());
        }
    }

    @FunctionalInterface
    private interface Check {
        void run() throws CorruptObjectException;
    }

    private void soundly(String folder, Check check) throws IOException {
        try {
            check.run();
        } catch (CorruptObjectException e) {
            throw unsafe(new TreeFault(
                    shown(folder),
                    "is not as Git writes it (" + PlainText.quoted(String.valueOf(e.getMessage())) + ")",
                    "commit it anew with Git"));
        }
    }

    private static String shown(String folder) {
        return folder.isEmpty() ? "/" : folder;
    }

    private UnsafeSources unsafe(TreeFault fault) {
        return new UnsafeSources("of commit " + commit.substring(0, Math.min(12, commit.length())) + ", "
                + fault.words("in the sources") + " and give them a new tag");
    }
}
