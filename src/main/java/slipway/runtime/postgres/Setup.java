package slipway.runtime.postgres;

import java.util.List;
import slipway.shared.Digest;

/**
 * What is in a cluster before its server runs, made without any login: roles, a database with its owner, rights within
 * it. Statements are single lines, may be run again, and may hold passwords. {@code logins} are lines as in {@code
 * pg_hba.conf}; nobody else logs in.
 */
public record Setup(List<String> roles, String database, String owner, List<String> rights, List<String> logins) {
    public Setup {
        roles = List.copyOf(roles);
        rights = List.copyOf(rights);
        logins = List.copyOf(logins);
    }

    /** Another one for everything else that is set up; nothing is found out from it. */
    Digest digest() {
        return Digest.of(String.join("\n", List.of(database, owner, roles.toString(), rights.toString())));
    }

    @Override
    public String toString() {
        return "the set-up of " + database;
    }
}
