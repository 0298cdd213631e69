package slipway.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.Result;

/**
 * Whose a mail address is: what the directory says, and where it is silent what a person said once for all. Since the
 * directory comes first, giving an account its address corrects every such word.
 */
public interface MailOwners {

    /** Whose an address is. */
    sealed interface Owner {}

    /** Of somebody who works here; nobody had to say so where the directory has the address. */
    record Colleague(Actor person, Optional<Said> said) implements Owner {}

    /** Of somebody who does not, and whom no duty bars from anything. */
    record Outsider(Said said) implements Owner {}

    /** Nobody said yet. */
    record Stranger() implements Owner {}

    /** Whose word it is; {@code domain} is empty unless it was said of a whole domain. */
    record Said(Actor by, Instant at, String words, String domain) {}

    /** The one way to write an address that its reader may have in several; what is no address stays as it is. */
    String canonical(String address);

    /** The domain of an address; nothing where the text is no address. */
    Optional<String> domain(String address);

    /** Each of these addresses with its owner, as of now. */
    Map<String, Owner> of(Collection<String> addresses);

    /** Those of these domains where somebody in the directory has an address. */
    Set<String> ours(Collection<String> domains);

    /** These addresses are that person's; {@code unknown-account} where the directory lacks them. */
    Result belong(Set<String> addresses, Actor person, Actor by, String words);

    /**
     * These addresses, and all of these domains, are of people from outside; {@code own-domain} where somebody in the
     * directory has an address there.
     */
    Result outside(Set<String> addresses, Set<String> domains, Actor by, String words);
}
