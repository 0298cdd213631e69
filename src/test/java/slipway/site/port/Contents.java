package slipway.site.port;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slipway.shared.Digest;
import slipway.shared.Manifest;

/** Files for contract tests. */
final class Contents {
    private Contents() {}

    /** A manifest of paths, each followed by its content; what ends in {@code .sh} is executable. */
    static Manifest manifest(Map<Digest, byte[]> library, String... pathsAndContents) {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (int each = 0; each < pathsAndContents.length; each += 2) {
            byte[] content = pathsAndContents[each + 1].getBytes(StandardCharsets.UTF_8);
            library.put(Digest.of(content), content);
            entries.add(new Manifest.Entry(
                    pathsAndContents[each],
                    Digest.of(content),
                    content.length,
                    pathsAndContents[each].endsWith(".sh")));
        }
        return new Manifest(entries);
    }
}
