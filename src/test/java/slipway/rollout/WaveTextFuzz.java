package slipway.rollout;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.fuzz.Fuzzed;
import slipway.shared.Actor;
import slipway.shared.SiteId;

/** Waves as people write them are read as they are written, or refused in words. */
public final class WaveTextFuzz {
    private static final List<Site> SITES = Stream.of("zurich", "oslo", "kiosk")
            .map(id -> new Site(
                    new SiteId(id),
                    id,
                    ZoneOffset.UTC,
                    new Actor("zoe"),
                    id.equals("zurich"),
                    false,
                    Channel.DIRECTORY,
                    "/sites/" + id))
            .toList();

    private WaveTextFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        switch (WaveText.read(new String(input, StandardCharsets.UTF_8), SITES)) {
            case WaveText.Waves waves -> Fuzzed.equal(WaveText.read(WaveText.write(waves.sites()), SITES), waves);
            case WaveText.Wrong wrong -> Fuzzed.equal(wrong.refusal().reason().isBlank(), false);
        }
    }
}
