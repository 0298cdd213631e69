package slipway.runtime;

import java.util.List;
import slipway.identity.Person;

/** The people who all log in with the tour's password; the tour names them, so that this package need not know it. */
@FunctionalInterface
public interface Guests {

    List<Person> people();
}
