package slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.shared.Actor;

class PersonsTest {
    private static final Actor MARA = new Actor("mara");
    private static final Actor OTHER = new Actor("mara.keller");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mara@b\u00fccher.example",
                "MARA@B\u00dcCHER.example",
                "mara@xn--bcher-kva.example",
                "  mara@b\u00fccher.example.",
                "mara+second@b\u00fccher.example",
                "\uff4dara@b\u00fccher.example",
                "mara@bu\u0308cher.example",
            })
    void one_address_is_one_person_however_it_is_written(String mail) {
        Persons persons = new Persons(Map.of(MARA, "Mara@b\u00fccher.example", OTHER, mail));

        assertThat(persons.same(MARA, OTHER)).isTrue();
        assertThat(persons.of(OTHER)).isEqualTo(MARA);
        assertThat(persons.of(MARA)).isEqualTo(MARA);
        assertThat(persons.withMail(mail)).contains(MARA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mara", "@bank.example", "mara@", "mara@bank.example.org", "tara@bank.example"})
    void other_addresses_and_what_is_none_make_nobody_the_same(String mail) {
        Persons persons = new Persons(Map.of(MARA, "mara@bank.example", OTHER, mail));

        assertThat(persons.same(MARA, OTHER)).isFalse();
        assertThat(persons.of(OTHER)).isEqualTo(OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mara", "@", "@bank.example", "mara@"})
    void two_of_the_same_text_that_is_no_address_are_two(String none) {
        assertThat(new Persons(Map.of(MARA, none, OTHER, none)).same(MARA, OTHER))
                .isFalse();
        assertThat(new Persons(Map.of(MARA, none)).withMail(none)).isEmpty();
    }

    @Test
    void an_address_and_its_domain_are_always_written_the_same() {
        assertThat(MailAddress.of(" Mara+second@B\u00fccher.example. ").map(MailAddress::text))
                .contains("mara@xn--bcher-kva.example");
        assertThat(new Persons(Map.of(MARA, "mara@b\u00fccher.example", OTHER, "mara.keller@Bank.example")).domains())
                .containsExactlyInAnyOrder("xn--bcher-kva.example", "bank.example");
    }

    @Test
    void who_has_no_account_has_no_address() {
        assertThat(new Persons(Map.of()).withMail("mara@bank.example")).isEmpty();
    }

    @Test
    void an_address_that_begins_with_a_plus_and_one_with_a_domain_that_cannot_be_are_still_somebodys() {
        String odd = "+mara@-bank..example";
        assertThat(new Persons(Map.of(MARA, odd)).withMail(odd)).contains(MARA);
        assertThat(new Persons(Map.of(MARA, odd)).withMail("+@-bank..example")).isEmpty();
        assertThat(new Persons(Map.of(MARA, odd, OTHER, "+mara@-other..example")).same(MARA, OTHER))
                .isFalse();
    }
}
