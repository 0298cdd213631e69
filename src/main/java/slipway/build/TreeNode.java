package slipway.build;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One place of a tree that was told so far. */
final class TreeNode {
    /** What lies there. */
    enum Kind {
        FOLDER,
        FILE,
        LINK
    }

    private final Map<String, TreeNode> children = new HashMap<>();
    private final @Nullable TreeNode above;
    private final String name;
    private final Kind kind;
    private final String target;

    private TreeNode(@Nullable TreeNode above, String name, Kind kind, String target) {
        this.above = above;
        this.name = name;
        this.kind = kind;
        this.target = target;
    }

    static TreeNode root() {
        return new TreeNode(null, "", Kind.FOLDER, "");
    }

    /** A new one below; the caller has seen that there is no twin. */
    TreeNode add(String child, Kind what, String leadsTo) {
        TreeNode added = new TreeNode(this, child, what, leadsTo);
        children.put(NameRules.folded(child), added);
        return added;
    }

    /** The one of that name, or of a name that some machines take for it. */
    @Nullable
    TreeNode twin(String child) {
        return children.get(NameRules.folded(child));
    }

    /** The one of exactly that name; where none was told, a place that may be made later. */
    TreeNode at(String child) {
        TreeNode twin = twin(child);
        return twin != null && twin.name.equals(child) ? twin : new TreeNode(this, child, Kind.FOLDER, "");
    }

    @Nullable
    TreeNode above() {
        return above;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    String target() {
        return target;
    }

    String path() {
        StringBuilder path = new StringBuilder(name);
        for (TreeNode folder = above; folder != null && folder.above != null; folder = folder.above) {
            path.insert(0, folder.name + "/");
        }
        return path.toString();
    }
}
