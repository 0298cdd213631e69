package slipway.identity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.shared.Actor;

/**
 * Which accounts are one person: those that cannot be told apart by their mail address. Whoever has two accounts still
 * acts once.
 */
public final class Persons {
    private final Map<Actor, MailAddress> mails = new HashMap<>();
    private final Map<MailAddress, Actor> first = new HashMap<>();

    /** From all accounts with their mail address, empty where there is none. */
    public Persons(Map<Actor, String> accounts) {
        accounts.forEach((account, mail) -> MailAddress.of(mail).ifPresent(address -> {
            mails.put(account, address);
            first.merge(address, account, BinaryOperator.minBy(Comparator.comparing(Actor::id)));
        }));
    }

    /** The one account that stands for the person; itself where nothing says that it is somebody else's too. */
    public Actor of(Actor account) {
        return Optional.ofNullable(mails.get(account)).map(first::get).orElse(account);
    }

    public boolean same(Actor one, Actor other) {
        return of(one).equals(of(other));
    }

    /** The account that stands for the person with that address. */
    public Optional<Actor> withMail(String mail) {
        return MailAddress.of(mail).map(first::get);
    }

    /** Who somebody is that acted: whoever has the account now, and whoever has the address that it had then. */
    public Set<Actor> doers(Actor account, String mailThen) {
        return Stream.concat(Stream.of(of(account)), withMail(mailThen).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where they have their addresses. */
    Set<String> domains() {
        return mails.values().stream().map(MailAddress::domain).collect(Collectors.toUnmodifiableSet());
    }
}
