package slipway.structure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which capability may use which. A capability names only those above it, so the table holds no circle. A row without a
 * package is a capability to come.
 */
final class Capabilities {
    private final Map<String, Set<String>> rows = new LinkedHashMap<>();
    private final Set<String> foundation = new LinkedHashSet<>();
    private final Set<String> tops = new LinkedHashSet<>();

    static Capabilities ofSlipway() {
        return new Capabilities()
                .everybodyUses("shared")
                .everybodyUses("event")
                .everybodyUses("identity")
                .everybodyUses("engine")
                .row("policy")
                .row("change")
                .row("cmdb")
                .row("library")
                .row("site", "cmdb")
                .row("release", "policy", "change", "cmdb", "library")
                .row("approval", "release", "policy")
                .row("planning", "release", "policy", "change", "cmdb", "library", "approval")
                .row("build", "release", "library", "cmdb")
                .row("callout", "release")
                .row("check", "release", "library", "build")
                .row("acceptance", "release", "library", "policy", "approval", "cmdb", "planning", "build")
                .row("rollout", "release", "planning", "policy", "library", "cmdb", "change", "approval", "site")
                .row("audit", "release", "policy", "cmdb", "library", "rollout", "planning", "approval", "site")
                .row("interruption", "release", "planning", "rollout", "change", "library", "cmdb", "audit")
                .row("communication", "release", "planning", "rollout", "cmdb", "policy", "approval", "interruption")
                .row(
                        "review",
                        "release",
                        "change",
                        "planning",
                        "rollout",
                        "policy",
                        "audit",
                        "approval",
                        "library",
                        "cmdb")
                .nobodyUses("runtime")
                .nobodyUses(
                        "tour", "policy", "change", "cmdb", "library", "site", "release", "build", "rollout",
                        "runtime");
    }

    /** One that all below it may use; it may use those above it. */
    Capabilities everybodyUses(String name) {
        row(name);
        foundation.add(name);
        return this;
    }

    /** One that uses those and the foundation. */
    Capabilities row(String name, String... uses) {
        for (String used : uses) {
            require(!tops.contains(used), name + " uses " + used + ", which nobody uses");
        }
        return put(name, uses);
    }

    /** One that starts or seeds the product: it may reach inside others, and only another of its kind may use it. */
    Capabilities nobodyUses(String name, String... uses) {
        tops.add(name);
        return put(name, uses);
    }

    private Capabilities put(String name, String... uses) {
        require(!rows.containsKey(name), name + " has two rows");
        for (String used : uses) {
            require(rows.containsKey(used), name + " uses " + used + ", which does not stand above it");
        }
        Set<String> all = new LinkedHashSet<>(foundation);
        all.addAll(List.of(uses));
        rows.put(name, all);
        return this;
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    Set<String> names() {
        return rows.keySet();
    }

    Set<String> mayUse(String name) {
        return rows.getOrDefault(name, Set.of());
    }

    Set<String> tops() {
        return tops;
    }
}
