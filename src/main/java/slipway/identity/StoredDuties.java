package slipway.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.DutyRules.Deed;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

@Component
@Transactional
class StoredDuties implements Duties {
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    StoredDuties(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void performed(ReleaseNumber release, Duty duty, Actor actor) {
        jdbc.sql("""
                        insert into slipway.duty_performed (release, duty, actor, mail, at)
                        values (:release, :duty, :actor, :mail, :at) on conflict do nothing""")
                .param("release", release.value())
                .param("duty", duty.name())
                .param("actor", actor.id())
                .param("mail", people.find(actor).map(Person::email).orElse(""))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Actor> performers(ReleaseNumber release, Duty duty) {
        return past(release).stream()
                .filter(deed -> deed.duty() == duty)
                .map(Deed::actor)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> barred(ReleaseNumber release, Duty duty, Actor actor) {
        return rules(release).barred(duty, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> unsatisfiable(ReleaseNumber release, List<OpenGate> gates) {
        return rules(release).unsatisfiable(gates);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenGate> passable(ReleaseNumber release, List<OpenGate> gates) {
        return rules(release).passable(gates);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> strands(ReleaseNumber release, Duty duty, Actor actor, List<OpenGate> laterGates) {
        return rules(release).strands(duty, actor, laterGates);
    }

    private DutyRules rules(ReleaseNumber release) {
        return new DutyRules(release, past(release), people.persons(), this::members);
    }

    private Set<Actor> members(String group) {
        return people.membersOf(group).stream().map(Person::actor).collect(Collectors.toUnmodifiableSet());
    }

    private List<Deed> past(ReleaseNumber release) {
        return jdbc.sql("select duty, actor, mail from slipway.duty_performed where release = :release")
                .param("release", release.value())
                .query((row, index) -> new Deed(
                        Duty.valueOf(row.getString("duty")), new Actor(row.getString("actor")), row.getString("mail")))
                .list();
    }
}
