package slipway.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.MailWords.Kind;
import slipway.identity.MailWords.Word;
import slipway.shared.Actor;
import slipway.shared.PlainText;
import slipway.shared.Result;

@Component
@Transactional
class StoredMailOwners implements MailOwners {
    private final MailWords words;
    private final People people;

    StoredMailOwners(MailWords words, People people) {
        this.words = words;
        this.people = people;
    }

    @Override
    public String canonical(String address) {
        // Some letters become many when they are made uniform.
        return MailAddress.of(address)
                .map(MailAddress::text)
                .filter(text -> text.length() <= PlainText.LINE)
                .orElse(address);
    }

    @Override
    public Optional<String> domain(String address) {
        return MailAddress.of(address).map(MailAddress::domain);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Owner> of(Collection<String> addresses) {
        Persons persons = people.persons();
        Map<String, Word> ofAddresses = newest(Kind.ADDRESS, addresses.stream().map(this::canonical));
        Map<String, Word> ofDomains = newest(Kind.DOMAIN, foreign(addresses, persons.domains()));
        Map<String, Owner> owners = new LinkedHashMap<>();
        for (String address : addresses) {
            Optional<Word> word = Optional.ofNullable(ofAddresses.get(canonical(address)))
                    .or(() -> domain(address).map(ofDomains::get));
            owners.put(
                    address,
                    persons.withMail(address)
                            .<Owner>map(person -> new Colleague(person, Optional.empty()))
                            .orElseGet(() -> word.map(StoredMailOwners::owner).orElseGet(Stranger::new)));
        }
        return owners;
    }

    /** Where our own people have come to have addresses, no word on a whole domain holds any more. */
    private Stream<String> foreign(Collection<String> addresses, Set<String> ours) {
        return addresses.stream().flatMap(address -> domain(address).stream()).filter(domain -> !ours.contains(domain));
    }

    private Map<String, Word> newest(Kind kind, Stream<String> names) {
        return words.newest(kind, names.collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Word::name, Function.identity()));
    }

    private static Owner owner(Word word) {
        return word.account()
                .<Owner>map(person -> new Colleague(person, Optional.of(word.said())))
                .orElseGet(() -> new Outsider(word.said()));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> ours(Collection<String> domains) {
        Set<String> known = people.persons().domains();
        return domains.stream().filter(known::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Result belong(Set<String> addresses, Actor person, Actor by, String said) {
        if (people.find(person).isEmpty()) {
            return Result.refusedAt(
                    "account",
                    "unknown-account",
                    "nobody here has the account '" + PlainText.quoted(person.id()) + "'; enter that of a colleague");
        }
        words.add(Kind.ADDRESS, canonical(addresses), person, by, said);
        return Result.done();
    }

    @Override
    public Result outside(Set<String> addresses, Set<String> domains, Actor by, String said) {
        Optional<String> own = ours(domains).stream().sorted().findFirst();
        if (own.isPresent()) {
            return Result.refusedAt(
                    "domains",
                    "own-domain",
                    "people of yours have addresses at '" + PlainText.quoted(own.get())
                            + "'; answer for each address there by itself");
        }
        words.add(Kind.ADDRESS, canonical(addresses), null, by, said);
        words.add(Kind.DOMAIN, domains, null, by, said);
        return Result.done();
    }

    private Set<String> canonical(Set<String> addresses) {
        return addresses.stream().map(this::canonical).collect(Collectors.toCollection(TreeSet::new));
    }
}
