package slipway.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import slipway.testing.Seeds;

/**
 * kill -9 of application, database and mail server, alone and together, at seeded moments of two releases that run at
 * once on the same sites. More than the six of every test run: {@code make soak MOMENTS=50 SEED=1}.
 */
class KillProductTest {
    private static final Path FOLDER = Path.of("target", "kill").toAbsolutePath();
    private final long seed = Seeds.of("slipway.kill.seed");
    private final int count = (int) number("slipway.kill.moments", 6);
    private final List<Long> recoveries = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    @Test
    void two_releases_end_well_however_often_application_database_and_mail_server_are_killed() throws Exception {
        long begun = System.nanoTime();
        System.out.println("Kill: " + count + " moments of seed " + seed);
        List<Moment> open = new ArrayList<>(Moment.plan(seed, count));
        int pairs = 0;
        while (!open.isEmpty()) {
            pairs++;
            assertThat(pairs).as("pairs of releases for " + open).isLessThanOrEqualTo(2 + count / 4);
            List<Moment> some = open.subList(0, Math.min(open.size(), Moment.A_PAIR));
            List<Moment> missed = pairWith(List.copyOf(some), pairs);
            some.clear();
            open.addAll(missed);
        }
        System.out.printf(
                "Kill: %d of %d moments, %d pairs of releases of which %d failed, %d s; ready again after %d to %d ms; seed %d%n",
                recoveries.size(),
                count,
                pairs,
                failures.size(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                recoveries.stream().mapToLong(Long::longValue).min().orElse(0),
                recoveries.stream().mapToLong(Long::longValue).max().orElse(0),
                seed);
        assertThat(failures).isEmpty();
        assertThat(recoveries).hasSize(count);
    }

    private List<Moment> pairWith(List<Moment> moments, int number) throws Exception {
        Path folder = FOLDER.resolve("pair-" + number);
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        try {
            KilledReleases releases = new KilledReleases(folder, moments);
            List<Moment> missed = releases.live(this::tell);
            System.out.printf("Kill: pair %d ended well: %s%n", number, releases.mails());
            FileSystemUtils.deleteRecursively(folder);
            return missed;
        } catch (AssertionError failure) {
            System.out.printf(
                    "Kill: pair %d failed, see %s; seed %d%n%s%n%s%n",
                    number, folder, seed, failure.getCause(), failure);
            failures.add(failure);
            return List.of();
        }
    }

    private void tell(Moment moment, long millis) {
        recoveries.add(millis);
        System.out.printf(
                "Kill %d of %d: %s; ready again after %d ms; seed %d%n",
                recoveries.size(), count, moment, millis, seed);
    }

    private static long number(String property, long otherwise) {
        String given = System.getProperty(property, "");
        return given.isBlank() ? otherwise : Long.parseLong(given.strip());
    }
}
