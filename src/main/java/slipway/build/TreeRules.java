package slipway.build;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.build.TreeNode.Kind;

/**
 * Whether a tree of files may come in, whoever made it: told place by place before a byte of it is written, so that
 * counting stops where a limit is passed. Each call says what is wrong with the place, if anything; the links are judged
 * at the end, since where they lead depends on the rest.
 */
public final class TreeRules {
    private final TreeNode root = TreeNode.root();
    private final LinkRules links = new LinkRules();
    private final TreeLimits most;
    private long places;
    private long bytes;
    private long names;

    public TreeRules(TreeLimits most) {
        this.most = most;
    }

    /** A folder, told before what lies in it. */
    public Optional<TreeFault> folder(String path) {
        return take(path, Kind.FOLDER, 0, "");
    }

    /** A plain file of that many bytes; the folders above it need not be told. */
    public Optional<TreeFault> file(String path, long size) {
        return take(path, Kind.FILE, size, "");
    }

    /** A symbolic link. */
    public Optional<TreeFault> link(String path, String target) {
        return take(path, Kind.LINK, 0, target);
    }

    /** The first link that leads anywhere but within the tree. */
    public Optional<TreeFault> links() {
        return links.fault();
    }

    private Optional<TreeFault> take(String path, Kind kind, long size, String target) {
        Optional<TreeFault> fault = tooLong(path, target).or(() -> tooMuch(path, size));
        return fault.isPresent() ? fault : place(path, path.split("/", -1), kind, target);
    }

    private Optional<TreeFault> tooLong(String path, String target) {
        int longest = most.shape().path();
        // The characters are counted first, because counting bytes makes a copy.
        if (path.length() > longest || NameRules.bytes(path) > longest) {
            return fault(
                    path, "has a path of more than " + longest + " bytes", "shorten it, or raise slipway.tree.path");
        }
        if (target.length() > longest || NameRules.bytes(target) > longest) {
            return fault(
                    path,
                    "leads to a path of more than " + longest + " bytes",
                    "shorten it, or raise slipway.tree.path");
        }
        names += NameRules.bytes(path) + NameRules.bytes(target);
        return names > most.shape().names().toBytes()
                ? fault(
                        path,
                        "brings all paths together to more than "
                                + most.shape().names().toKilobytes() + " kB",
                        "shorten them, or raise slipway.tree.names")
                : Optional.empty();
    }

    private Optional<TreeFault> tooMuch(String path, long size) {
        if (size < 0 || size > most.size().toBytes() - bytes) {
            return fault(
                    path,
                    "brings all files together to more than " + most.size().toKilobytes() + " kB",
                    "leave some out, or raise " + most.settings() + ".size");
        }
        bytes += size;
        return Optional.empty();
    }

    private Optional<TreeFault> place(String path, String[] parts, Kind kind, String target) {
        int deepest = most.shape().depth();
        if (parts.length > deepest) {
            return fault(
                    path, "lies in more than " + (deepest - 1) + " folders", "move it up, or raise slipway.tree.depth");
        }
        TreeNode folder = root;
        for (int part = 0; part < parts.length - 1; part++) {
            TreeNode next = folder.twin(parts[part]);
            Optional<TreeFault> wrong =
                    next == null ? unfit(path, parts[part], Kind.FOLDER) : crossing(path, next, parts[part]);
            if (wrong.isPresent()) {
                return wrong;
            }
            folder = next == null ? folder.add(parts[part], Kind.FOLDER, "") : next;
        }
        return last(path, folder, parts[parts.length - 1], kind, target);
    }

    private Optional<TreeFault> last(String path, TreeNode folder, String name, Kind kind, String target) {
        Optional<TreeFault> wrong = unfit(path, name, kind).or(() -> twin(path, folder.twin(name), name));
        if (wrong.isPresent()) {
            return wrong;
        }
        TreeNode added = folder.add(name, kind, target);
        if (kind != Kind.LINK) {
            return Optional.empty();
        }
        links.add(added);
        return target.isEmpty() || target.indexOf('\0') >= 0
                ? fault(path, "is a symbolic link that leads nowhere", "leave it out")
                : Optional.empty();
    }

    private Optional<TreeFault> unfit(String path, String name, Kind kind) {
        if (++places > most.files()) {
            return fault(
                    path,
                    "is more than the " + most.files() + " files and folders that may be",
                    "leave some out, or raise " + most.settings() + ".files");
        }
        Optional<String> wrong = kind == Kind.LINK && NameRules.isReadByGit(name)
                ? Optional.of("is a symbolic link with a name that Git reads")
                : NameRules.wrong(name);
        return wrong.map(what -> new TreeFault(path, what, "rename it"));
    }

    private static Optional<TreeFault> crossing(String path, TreeNode above, String name) {
        return !above.name().equals(name)
                ? twin(path, above, name)
                : above.kind() == Kind.FOLDER
                        ? Optional.empty()
                        : fault(path, "lies below '" + name + "', which is no folder", "rename one of them");
    }

    private static Optional<TreeFault> twin(String path, @Nullable TreeNode twin, String name) {
        if (twin == null) {
            return Optional.empty();
        }
        return fault(
                path,
                twin.name().equals(name)
                        ? "stands twice in one folder"
                        : "has a twin, whose name differs in letter case or Unicode form only",
                "rename one of them");
    }

    private static Optional<TreeFault> fault(String path, String wrong, String mend) {
        return Optional.of(new TreeFault(path, wrong, mend));
    }
}
