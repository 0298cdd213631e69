package slipway.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import slipway.fuzz.Fuzzed;

/** Versions are in one order, whoever is asked first. */
public final class VersionFuzz {
    private VersionFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<Version> versions = new String(input, StandardCharsets.UTF_8)
                .lines()
                .limit(3)
                .map(Version::of)
                .flatMap(Optional::stream)
                .toList();
        for (Version one : versions) {
            for (Version other : versions) {
                Fuzzed.equal(Integer.signum(one.compareTo(other)), -Integer.signum(other.compareTo(one)));
                for (Version third : versions) {
                    Fuzzed.equal(
                            one.compareTo(other) < 0 && other.compareTo(third) < 0 && one.compareTo(third) >= 0, false);
                }
            }
        }
    }
}
