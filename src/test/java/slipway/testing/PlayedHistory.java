package slipway.testing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipway.planning.EarlierReleases;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What releases found at sites, without a rollout: nothing unless a test says otherwise. */
public final class PlayedHistory implements EarlierReleases {
    private final Map<ReleaseNumber, Map<PlaceOfUnit, Found>> found = new HashMap<>();

    /** When that release came there, this ran, brought by nobody that is known. */
    public void found(ReleaseNumber release, PlaceOfUnit where, @Nullable UnitRevision revision) {
        found.computeIfAbsent(release, any -> new HashMap<>()).put(where, new Found(revision, null, false));
    }

    void reset() {
        found.clear();
    }

    @Override
    public Bringer bringer(ReleaseNumber release) {
        return new Bringer(false, found.getOrDefault(release, Map.of()));
    }
}
