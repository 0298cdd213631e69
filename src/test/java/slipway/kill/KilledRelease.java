package slipway.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** One release that is killed again and again and must end well all the same. */
final class KilledRelease {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private final Path folder;
    private final List<Moment> open;
    private final Map<Moment, Long> due = new HashMap<>();

    KilledRelease(Path folder, List<Moment> moments) {
        this.folder = folder;
        this.open = new ArrayList<>(moments);
    }

    /** Lives through it, tells each kill and its recovery in milliseconds, and gives the moments that never came. */
    List<Moment> live(BiConsumer<Moment, Long> killed) throws IOException, InterruptedException, SQLException {
        try (Installation installation = new Installation(folder)) {
            Payload.publish(installation.data().resolve("repositories/iban-check.git"));
            try (Robot people = new Robot(installation.port(), installation.password())) {
                String release = people.request("Tables for every country");
                Signs signs = new Signs(installation.data(), release, people);
                try {
                    while (awaitMoment(signs, installation, people)) {
                        Moment now = earliest().getKey();
                        kill(installation, now);
                        open.remove(now);
                        due.keySet().removeIf(moment -> !moment.lasts() || moment.equals(now));
                        killed.accept(now, installation.ready());
                    }
                    new Ending(installation, release).holds();
                } catch (AssertionError e) {
                    throw new AssertionError(people.standing() + "\n" + installation.said(), e);
                }
            }
        }
        return List.copyOf(open);
    }

    private static void kill(Installation installation, Moment now) throws IOException, InterruptedException {
        installation.kill(now.database());
        installation.start();
        if (now.kind() == Kind.START) {
            TimeUnit.MILLISECONDS.sleep(now.delayMillis());
            installation.kill(now.database());
            installation.start();
        }
    }

    /** True at the next moment to kill, false when the release is closed. */
    private boolean awaitMoment(Signs signs, Installation installation, Robot people)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (Moment moment : open) {
                if (!due.containsKey(moment) && signs.seen(moment, installation.boot())) {
                    due.put(moment, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(moment.untilKillMillis()));
                }
            }
            if (!due.isEmpty() && earliest().getValue() <= System.nanoTime()) {
                return true;
            }
            if (people.closed()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(due.isEmpty() ? 4 : 1);
        }
        throw new AssertionError("nothing went on for " + PATIENCE.toMinutes() + " min");
    }

    private Map.Entry<Moment, Long> earliest() {
        return due.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    }
}
