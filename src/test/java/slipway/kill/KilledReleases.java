package slipway.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Two releases at once on the same sites that are killed again and again and must end well all the same. */
final class KilledReleases {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private final Path folder;
    private final List<Moment> open;
    private final Map<Moment, Long> due = new HashMap<>();
    private final Map<Delivery, Robot> people = new EnumMap<>(Delivery.class);
    private String mails = "";

    KilledReleases(Path folder, List<Moment> moments) {
        this.folder = folder;
        this.open = new ArrayList<>(moments);
    }

    /** Lives through it, tells each kill and its recovery in milliseconds, and gives the moments that never came. */
    List<Moment> live(BiConsumer<Moment, Long> killed) throws IOException, InterruptedException, SQLException {
        try (Installation installation = new Installation(folder)) {
            Payload.publish(installation.data().resolve("repositories/iban-check.git"));
            try {
                goToWork(installation);
                kill(installation, killed);
                mails = new Ending(installation, numbers()).holds();
            } catch (AssertionError e) {
                throw new AssertionError(standing() + "\n" + installation.outages() + "\n" + installation.said(), e);
            } finally {
                for (Robot robot : people.values()) {
                    robot.close();
                }
            }
        }
        return List.copyOf(open);
    }

    /** How many mails arrived, in words. */
    String mails() {
        return mails;
    }

    private void goToWork(Installation installation) throws IOException {
        Set<Delivery> readyToGo = ConcurrentHashMap.newKeySet();
        for (Delivery delivery : Delivery.values()) {
            people.put(delivery, new Robot(installation.port(), installation.password(), delivery, readyToGo));
        }
        people.forEach((delivery, robot) -> robot.request("New: " + delivery.unit()));
    }

    private void kill(Installation installation, BiConsumer<Moment, Long> killed)
            throws IOException, InterruptedException, SQLException {
        Signs signs = new Signs(installation, people);
        while (awaitMoment(signs)) {
            Moment now = earliest().getKey();
            installation.killAndStart(now.victims());
            if (now.kind() == Kind.START) {
                TimeUnit.MILLISECONDS.sleep(now.delayMillis());
                installation.killAndStart(now.victims());
            }
            open.remove(now);
            due.keySet().removeIf(moment -> !moment.lasts() || moment.equals(now));
            killed.accept(now, installation.ready());
        }
    }

    /** True at the next moment to kill, false when the releases are closed. */
    private boolean awaitMoment(Signs signs) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (Moment moment : open) {
                if (!due.containsKey(moment) && signs.seen(moment)) {
                    due.put(moment, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(moment.untilKillMillis()));
                }
            }
            if (!due.isEmpty() && earliest().getValue() <= System.nanoTime()) {
                return true;
            }
            if (closed()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(due.isEmpty() ? 4 : 1);
        }
        throw new AssertionError("nothing went on for " + PATIENCE.toMinutes() + " min");
    }

    private boolean closed() {
        // Each is asked, so that whoever cannot go on is heard.
        return people.values().stream().filter(Robot::closed).count() == people.size();
    }

    private Map<Delivery, String> numbers() {
        return people.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().release(),
                        (one, other) -> one,
                        () -> new EnumMap<>(Delivery.class)));
    }

    private String standing() {
        return people.values().stream().map(Robot::standing).collect(Collectors.joining("\n"));
    }

    private Map.Entry<Moment, Long> earliest() {
        return due.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    }
}
