package slipway.build.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipway.build.PartsChapter;
import slipway.release.ReleasePart;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;

/** Rows of the tables on our forms, and what to choose from. */
final class Tables {
    /** More than anybody reads on a page, and than a browser draws at once. */
    private static final int MOST_FILES = 1000;

    private Tables() {}

    static List<Map<String, Object>> artefacts(Manifest manifest) {
        return manifest.entries().stream()
                .limit(MOST_FILES)
                .map(entry -> Map.<String, Object>of(
                        "path",
                        entry.path(),
                        "size",
                        entry.size(),
                        "digest",
                        entry.digest().hex()))
                .toList();
    }

    /** How many files the table leaves out. */
    static int left(Manifest manifest) {
        return Math.max(0, manifest.entries().size() - MOST_FILES);
    }

    /** Which companion names every file. */
    static String list(Map<String, Digest> companions) {
        return companions.keySet().stream()
                .filter(Set.of("manifest.txt", "SHA256SUMS")::contains)
                .findFirst()
                .orElse("");
    }

    /** How a part comes to us, in words. */
    static String how(PartsChapter chapter, PartId part) {
        return chapter.parts().stream()
                .filter(made -> made.unit().equals(part.unit()))
                .map(PartsChapter.Made::how)
                .findFirst()
                .orElse("");
    }

    static List<Map<String, Object>> companions(Map<String, Digest> companions) {
        return companions.entrySet().stream()
                .map(companion -> Map.<String, Object>of(
                        "name",
                        companion.getKey(),
                        "digest",
                        companion.getValue().hex()))
                .toList();
    }

    /** Why a part has to be made again: who sent it back said so, or the attempt itself went wrong. */
    static List<Map<String, Object>> reasons(ReleasePart part, String attempt, String problem) {
        List<Map<String, Object>> reasons = new ArrayList<>();
        if (part instanceof ReleasePart.Rework rework) {
            reasons.add(Map.of("what", "The part was sent back", "why", rework.reason()));
        }
        if (!problem.isEmpty()) {
            reasons.add(Map.of("what", attempt, "why", problem));
        }
        return reasons;
    }

    /** The end of a log for a fenced block: a fence in it does not close ours while it is indented. */
    static String fenced(String log) {
        return log.isEmpty() ? "" : log.indent(4).stripTrailing();
    }

    static List<Map<String, Object>> choices(List<String> names) {
        return names.stream()
                .map(name -> Map.<String, Object>of("label", name, "value", name))
                .toList();
    }
}
