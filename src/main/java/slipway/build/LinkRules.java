package slipway.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where the links of a tree lead. A link may only lead within its tree, through whatever other links; text alone does
 * not tell, because a link on the way may lie deeper than it leads.
 */
final class LinkRules {
    // What Linux follows, and more steps than any sound tree of a hundred thousand links takes.
    private static final int MOST_LINKS_ON_THE_WAY = 40;
    private static final int MOST_STEPS = 4_000_000;

    private final List<TreeNode> links = new ArrayList<>();
    private int steps;

    void add(TreeNode link) {
        links.add(link);
    }

    /** What is wrong with the first link that is not sound, once all of the tree was told. */
    Optional<TreeFault> fault() {
        for (TreeNode link : links) {
            Optional<String> wrong = wrong(link);
            if (wrong.isPresent()) {
                return Optional.of(new TreeFault(
                        link.path(), "is a symbolic link that " + wrong.get(), "put a file or an inner link there"));
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrong(TreeNode link) {
        Deque<String> way = new ArrayDeque<>();
        TreeNode at = link;
        int followed = 0;
        while (true) {
            if (at.kind() == TreeNode.Kind.LINK) {
                if (at.target().startsWith("/")) {
                    return Optional.of("leads to a place of the machine and not of the tree");
                }
                if (followed++ >= MOST_LINKS_ON_THE_WAY) {
                    return Optional.of("leads in circles");
                }
                onto(way, at.target());
                at = folder(at);
            }
            if (way.isEmpty()) {
                return Optional.empty();
            }
            if (steps++ > MOST_STEPS) {
                return Optional.of("is among links that lead to each other too often");
            }
            String name = way.pop();
            if (name.equals("..")) {
                TreeNode above = at.above();
                if (above == null) {
                    return Optional.of("leads out of the tree");
                }
                at = above;
            } else if (!name.isEmpty() && !name.equals(".")) {
                at = at.at(name);
            }
        }
    }

    private static TreeNode folder(TreeNode link) {
        TreeNode above = link.above();
        return above == null ? link : above;
    }

    private static void onto(Deque<String> way, String target) {
        String[] names = target.split("/", -1);
        for (int last = names.length - 1; last >= 0; last--) {
            way.push(names[last]);
        }
    }
}
