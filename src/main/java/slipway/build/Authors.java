package slipway.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.Result;

/**
 * Who wrote what the newest build of a part is made of. Whom the directory knows is a builder without a question; of
 * everybody else a person says once who it is, and until then the part goes no further.
 */
public interface Authors {

    /** Somebody whom the directory did not know when the build passed; {@code newest} is a commit of theirs. */
    record Author(String name, String address, int commits, String newest) {}

    /** A domain from which some of them wrote. */
    record Domain(String name, int authors) {}

    /** Who they are: addresses and whole domains from outside, and the addresses of one colleague. */
    record Answer(
            Set<String> outside, Set<String> domains, Set<String> theirs, Optional<Actor> colleague, String remark) {
        public Answer {
            outside = Set.copyOf(outside);
            domains = Set.copyOf(domains);
            theirs = Set.copyOf(theirs);
        }
    }

    /** Of whom nobody said who they are, those with most commits first. */
    List<Author> open(PartId part);

    /** The domains of those that may be answered for as a whole, those with most authors first. */
    List<Domain> domains(PartId part);

    /** What a person says of some of them; it counts for later builds of every release, too. */
    Result answer(PartId part, Actor by, Answer answer);

    /** Why the part may not go further, if some are still open; notes everybody else of this house as builder. */
    Optional<Refusal> unanswered(PartId part);
}
