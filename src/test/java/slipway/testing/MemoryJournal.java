package slipway.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipway.release.Journal;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** A journal for tests of insides that stand below the application. */
public final class MemoryJournal implements Journal {
    private final Map<ReleaseNumber, List<Entry>> entries = new LinkedHashMap<>();

    @Override
    public void append(ReleaseNumber release, String event, @Nullable Actor actor, Map<String, ?> details) {
        entries.computeIfAbsent(release, any -> new ArrayList<>())
                .add(new Entry(Instant.EPOCH, event, actor == null ? null : actor.id(), Map.copyOf(details)));
    }

    @Override
    public List<Entry> of(ReleaseNumber release) {
        return entries.getOrDefault(release, List.of());
    }
}
