package slipway.release;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import slipway.identity.People;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.testing.Insides;
import slipway.testing.TestDatabase;

/** The inside of this capability on the real database; what later capabilities answer is said by the test. */
public final class ReleaseWorld {
    private ReleaseWorld() {}

    /** What others say, as the test wants it. */
    public static final class Others implements GoLiveCondition, MoveCondition, ClosingCondition, Reserving, Offers {
        public Optional<Refusal> goLive = Optional.empty();
        public final Map<ReleaseState, Refusal> undecided = new EnumMap<>(ReleaseState.class);
        public Optional<Refusal> closing = Optional.empty();
        public Optional<Refusal> reserving = Optional.empty();
        public final List<ReleaseNumber> reserved = new ArrayList<>();
        public final Map<UnitId, List<String>> sources = new HashMap<>();
        public final Map<String, Refusal> barred = new HashMap<>();

        /** Forgets what a former test said. */
        public void reset() {
            goLive = Optional.empty();
            undecided.clear();
            closing = Optional.empty();
            reserving = Optional.empty();
            reserved.clear();
            sources.clear();
            barred.clear();
        }

        @Override
        public Optional<Refusal> unmet(SubmittedRelease release) {
            return release.state() == ReleaseState.REVIEWED ? closing : goLive;
        }

        @Override
        public Optional<Refusal> unmet(SubmittedRelease release, ReleaseState to) {
            return Optional.ofNullable(undecided.get(to));
        }

        @Override
        public Optional<Refusal> reserve(SubmittedRelease release) {
            if (reserving.isEmpty()) {
                reserved.add(release.number());
            }
            return reserving;
        }

        @Override
        public void giveBack(ReleaseNumber release) {
            reserved.remove(release);
        }

        @Override
        public List<String> of(UnitId unit) {
            return sources.getOrDefault(unit, List.of());
        }

        @Override
        public Optional<Refusal> barred(UnitId unit, String version) {
            return Optional.ofNullable(barred.get(unit + " " + version));
        }

        @Override
        public Pin pin(UnitId unit, String source) {
            return of(unit).contains(source)
                    ? new Pinned("pin-of-" + source, source.replaceFirst("^v", ""))
                    : new Unpinnable(Refusal.at("tag", "source-of-unit", unit + " has no source " + source + "."));
        }
    }

    /** Insides below this capability, and this one without its edges; no component, so that no scan finds it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {
                "slipway.release",
                "slipway.change",
                "slipway.cmdb",
                "slipway.event",
                "slipway.policy",
                "slipway.identity"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {"slipway\\.\\w+\\.(process|web|engine)\\..*", "slipway\\.event\\.EventPoll"}))
    static class Setup {
        @Bean
        DataSource dataSource() {
            return TestDatabase.get().application();
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        People people() {
            return new Insides.TourPeople();
        }

        @Bean
        Others others() {
            return new Others();
        }
    }
}
