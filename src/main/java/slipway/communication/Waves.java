package slipway.communication;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import slipway.approval.GoNoGo;
import slipway.shared.ReleaseNumber;

/** Which site is in which wave, as it was laid before the change manager. */
@Component
class Waves {
    private final GoNoGo goNoGo;

    Waves(GoNoGo goNoGo) {
        this.goNoGo = goNoGo;
    }

    Map<String, String> of(ReleaseNumber release) {
        Map<String, String> waves = new TreeMap<>();
        if (goNoGo.facts(release).get("waves") instanceof List<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> cells) {
                    waves.put(String.valueOf(cells.get("site")), String.valueOf(cells.get("wave")));
                }
            }
        }
        return waves;
    }
}
