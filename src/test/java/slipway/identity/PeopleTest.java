package slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.shared.Actor;

class PeopleTest {
    private static final Person MARA = new Person(new Actor("mara"), "Mara Keller", "mara@bank.example", Set.of());
    private final People people = new Only(MARA);

    @Test
    void people_are_called_by_name_and_by_their_account_once_nobody_knows_them_any_more() {
        assertThat(people.name(MARA.actor())).isEqualTo("Mara Keller");
        assertThat(people.name(new Actor("gone"))).isEqualTo("gone");
    }

    @Test
    void somebody_is_found_by_mail_address_however_it_is_written() {
        assertThat(people.byEmail("Mara+news@BANK.example")).contains(MARA);
        assertThat(people.byEmail("tara@bank.example")).isEmpty();
    }

    private record Only(Person one) implements People {
        @Override
        public Optional<Person> find(Actor actor) {
            return Optional.of(one).filter(person -> person.actor().equals(actor));
        }

        @Override
        public Persons persons() {
            return new Persons(Map.of(one.actor(), one.email()));
        }

        @Override
        public List<Person> membersOf(String group) {
            return List.of();
        }
    }
}
