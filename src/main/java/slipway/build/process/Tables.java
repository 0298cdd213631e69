package slipway.build.process;

import java.util.List;
import java.util.Map;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** Rows of the tables on our forms. */
final class Tables {
    private Tables() {}

    static List<Map<String, Object>> artefacts(Manifest manifest) {
        return manifest.entries().stream()
                .map(entry -> Map.<String, Object>of(
                        "path",
                        entry.path(),
                        "size",
                        entry.size(),
                        "digest",
                        entry.digest().hex()))
                .toList();
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
}
