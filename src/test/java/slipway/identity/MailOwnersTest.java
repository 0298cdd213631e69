package slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.identity.MailOwners.Colleague;
import slipway.identity.MailOwners.Outsider;
import slipway.identity.MailOwners.Owner;
import slipway.identity.MailOwners.Stranger;
import slipway.identity.MailWords.Kind;
import slipway.shared.Actor;
import slipway.shared.Result;
import slipway.testing.Insides;

@Insides
class MailOwnersTest {
    private static final Actor CONRAD = new Actor("conrad");
    private static final Actor BEN = new Actor("ben");

    @Autowired
    MailOwners owners;

    @Autowired
    MailWords words;

    private Owner owner(String address) {
        return Objects.requireNonNull(owners.of(List.of(address)).get(address));
    }

    private static String rule(Result result) {
        return result instanceof Result.Refused no ? no.refusal().rule() : "done";
    }

    @Test
    void whom_the_directory_knows_needs_no_word() {
        assertThat(owner("Ben+work@Alpenbank.example")).isEqualTo(new Colleague(BEN, Optional.empty()));
        assertThat(owner("ben@home.example")).isEqualTo(new Stranger());
        assertThat(owner("no address")).isEqualTo(new Stranger());
    }

    @Test
    void what_is_said_of_an_address_holds_however_it_is_written() {
        owners.belong(Set.of("Ben+x@Home.example"), BEN, CONRAD, "seen on his page");

        assertThat(owner("ben@home.example")).isInstanceOfSatisfying(Colleague.class, known -> {
            assertThat(known.person()).isEqualTo(BEN);
            assertThat(known.said().orElseThrow().by()).isEqualTo(CONRAD);
            assertThat(known.said().orElseThrow().words()).isEqualTo("seen on his page");
        });
        assertThat(owner("ben2@home.example")).isEqualTo(new Stranger());
    }

    @Test
    void a_domain_from_outside_is_answered_for_once() {
        assertThat(owners.outside(Set.of(), Set.of("works.example"), CONRAD, "our contractor"))
                .isEqualTo(Result.done());

        assertThat(owner("new@Works.example")).isInstanceOfSatisfying(Outsider.class, outsider -> {
            assertThat(outsider.said().words()).isEqualTo("our contractor");
            assertThat(outsider.said().domain()).isEqualTo("works.example");
        });
        assertThat(owner("new@sub.works.example")).isEqualTo(new Stranger());
    }

    @Test
    void a_text_that_looks_like_a_domain_answers_for_no_domain() {
        owners.outside(Set.of("works.example", "@works.example"), Set.of(), CONRAD, "a commit has it as address");

        assertThat(owner("@works.example")).isInstanceOf(Outsider.class);
        assertThat(owner("new@works.example")).isEqualTo(new Stranger());
    }

    @Test
    void a_word_on_an_address_goes_before_one_on_its_domain_and_the_newest_counts() {
        owners.belong(Set.of("ben@works.example"), BEN, CONRAD, "");
        owners.outside(Set.of(), Set.of("works.example"), CONRAD, "our contractor");
        assertThat(owner("ben@works.example")).isInstanceOf(Colleague.class);

        owners.outside(Set.of("ben@works.example"), Set.of(), CONRAD, "another Ben");
        assertThat(owner("ben@works.example")).isInstanceOf(Outsider.class);
    }

    @Test
    void the_directory_goes_before_every_word() {
        owners.outside(Set.of("ben@alpenbank.example"), Set.of(), CONRAD, "never heard of him");

        assertThat(owner("ben@alpenbank.example")).isEqualTo(new Colleague(BEN, Optional.empty()));
    }

    @Test
    void a_domain_of_our_own_people_is_never_from_outside_as_a_whole() {
        Result result = owners.outside(
                Set.of("new@home.example"), Set.of("alpenbank.example", "works.example"), CONRAD, "all of them");

        assertThat(rule(result)).isEqualTo("own-domain");
        assertThat(owner("new@works.example")).isEqualTo(new Stranger());
        assertThat(owner("new@home.example")).isEqualTo(new Stranger());
        assertThat(owners.ours(Set.of("alpenbank.example", "works.example"))).containsExactly("alpenbank.example");
    }

    @Test
    void what_was_said_of_a_domain_before_our_own_people_came_to_be_there_holds_no_longer() {
        words.add(Kind.DOMAIN, Set.of("alpenbank.example", "works.example"), null, CONRAD, "before we bought them");

        assertThat(owner("new@alpenbank.example")).isEqualTo(new Stranger());
        assertThat(owner("new@works.example")).isInstanceOf(Outsider.class);
    }

    @Test
    void an_account_that_nobody_has_owns_nothing() {
        assertThat(rule(owners.belong(Set.of("new@home.example"), new Actor("nobody"), CONRAD, "")))
                .isEqualTo("unknown-account");
        assertThat(owner("new@home.example")).isEqualTo(new Stranger());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "\ufdfa", "n@\u2126.example", "x@\ufdfa\ufdfa\ufdfa\ufdfa.example"})
    void strange_addresses_are_remembered_like_others(String address) {
        owners.outside(Set.of(address), Set.of(), CONRAD, "a machine");

        assertThat(owner(address)).isInstanceOf(Outsider.class);
        assertThat(owner(owners.canonical(address))).isInstanceOf(Outsider.class);
    }

    @Test
    void an_address_that_becomes_very_long_stays_as_it_is() {
        String address = "\ufdfa".repeat(180) + "@home.example";

        assertThat(owners.canonical(address)).isEqualTo(address);
        assertThat(owners.canonical("A+b@HOME.example.")).isEqualTo("a@home.example");
    }
}
