package slipway.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.Aspect;
import slipway.approval.BindingSource;
import slipway.approval.Bound;
import slipway.approval.DemandedGates;
import slipway.approval.DemandedGates.Demanded;
import slipway.approval.Gate;
import slipway.communication.CommunicationSettings;
import slipway.communication.PublicAddress;
import slipway.event.EventFamily;
import slipway.event.EventSettings;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.identity.Persons;
import slipway.release.MoveCondition;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.rollout.RolloutEvent;
import slipway.shared.Actor;
import slipway.shared.DataFolder;
import slipway.shared.ReleaseNumber;
import slipway.tour.TourOrganisation;

/**
 * A test of facades on the real database without the engine, inside a transaction that is undone. What building and the
 * rollout would answer is played here: sources ({@link PlayedOffers}), sites ({@link PlayedTargets}), predecessors and
 * outcome.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringJUnitConfig(Insides.Setup.class)
@Transactional
public @interface Insides {

    /** The insides of all capabilities up to the review, but building, acceptance, rollout and audit. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @EnableConfigurationProperties({CommunicationSettings.class, PublicAddress.class, EventSettings.class})
    @ComponentScan(
            basePackages = {
                "slipway.event",
                "slipway.change",
                "slipway.policy",
                "slipway.release",
                "slipway.approval",
                "slipway.planning",
                "slipway.communication",
                "slipway.review",
                "slipway.cmdb",
                "slipway.library",
                "slipway.identity"
            },
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "slipway\\.\\w+\\.(process|web|engine)\\..*"),
                @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class)
            })
    class Setup {
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
        ObjectMapper json() {
            return JsonMapper.builder().findAndAddModules().build();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        DataFolder dataFolder() {
            return new DataFolder(TestDatabase.get().folder().resolve("insides"));
        }

        @Bean
        People people() {
            return new TourPeople();
        }

        @Bean
        PlayedOffers offers() {
            return new PlayedOffers();
        }

        @Bean
        PlayedTargets targets(Releases releases) {
            return new PlayedTargets(releases);
        }

        @Bean
        PlayedHistory history() {
            return new PlayedHistory();
        }

        @Bean
        BindingSource predecessors() {
            return new BindingSource() {
                @Override
                public Map<Bound, String> bindings(ReleaseNumber release) {
                    return Map.of(Bound.whole(Aspect.PREDECESSORS), "as planned");
                }

                @Override
                public Set<Aspect> answersFor() {
                    return Set.of(Aspect.PREDECESSORS);
                }
            };
        }

        @Bean
        EventFamily rolloutEventFamily() {
            return new EventFamily(RolloutEvent.class);
        }

        @Bean
        DemandedGates demandedGates() {
            return release -> List.of(
                    new Demanded(Gate.PLAN_BASELINE, "change-manager", Optional.of(ReleaseState.PLANNED)),
                    new Demanded(Gate.TEST_VERDICT, "test-manager", Optional.of(ReleaseState.ACCEPTED)),
                    new Demanded(Gate.BUSINESS_ACCEPTANCE, "service-owner", Optional.of(ReleaseState.ACCEPTED)),
                    new Demanded(Gate.GO_LIVE, "change-manager", Optional.of(ReleaseState.AUTHORISED)));
        }

        @Bean
        MoveCondition nothingDecidedBefore() {
            return (release, to) -> Optional.empty();
        }

        @Bean
        OutcomeSource wentWell() {
            return release -> Optional.of(Outcome.SUCCESS);
        }
    }

    /** The tour's people without the engine's identity service. */
    class TourPeople implements People {
        @Override
        public Optional<Person> find(Actor actor) {
            return TourOrganisation.people().stream()
                    .filter(person -> person.actor().equals(actor))
                    .findFirst();
        }

        @Override
        public Persons persons() {
            return new Persons(
                    TourOrganisation.people().stream().collect(Collectors.toMap(Person::actor, Person::email)));
        }

        @Override
        public List<Person> membersOf(String group) {
            return TourOrganisation.people().stream()
                    .filter(person -> person.groups().contains(group))
                    .toList();
        }
    }
}
