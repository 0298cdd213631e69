package slipway.testing;

/** Who waits for a row that somebody else holds, as the server itself knows. */
public final class Blocked {
    private Blocked() {}

    /** Whether exactly one session waits for a lock in a statement like that. */
    public static boolean isOne(String statement) {
        return TestDatabase.get()
                        .sql()
                        .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like ?")
                        .param(statement)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
