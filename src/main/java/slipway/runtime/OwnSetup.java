package slipway.runtime;

import java.util.List;
import slipway.runtime.database.Unneeded;
import slipway.runtime.postgres.Setup;

/** The roles of our own database: two that log in with a password each, and a superuser that never does. */
final class OwnSetup {
    static final String NAME = "slipway";
    static final String OWNER = "slipway_owner";
    static final String APPLICATION = "slipway_application";

    private OwnSetup() {}

    static Setup of(String ownerPassword, String applicationPassword) {
        return new Setup(
                List.of(
                        missing(OWNER),
                        missing(APPLICATION),
                        login(OWNER, ownerPassword),
                        login(APPLICATION, applicationPassword),
                        "alter role postgres with nologin password null",
                        "revoke all on database postgres from public",
                        "revoke all on database template1 from public"),
                NAME,
                OWNER,
                Unneeded.revoked(NAME, OWNER, APPLICATION),
                List.of("host " + NAME + " " + OWNER + "," + APPLICATION + " 127.0.0.1/32 scram-sha-256"));
    }

    private static String missing(String role) {
        return "do $$ begin if not exists (select from pg_roles where rolname = '" + role + "') then create role "
                + role + "; end if; end $$";
    }

    // Generated passwords hold letters, digits and dashes only.
    private static String login(String role, String password) {
        return "alter role " + role + " with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls"
                + " password '" + password + "'";
    }
}
