package slipway.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests that commit leave behind at sites of their own: cleared away, as no application may, for the next test. */
public final class Traces {
    private static final int PATIENCE = 400;

    private Traces() {}

    /** Removes the sites whose id fulfils the SQL condition, with every release that was planned for one of them. */
    public static void erase(String sites) {
        JdbcClient owner = JdbcClient.create(TestDatabase.get().owner());
        String releases = "select release from slipway.release_site where site " + sites;
        List<String> numbers = owner.sql(releases).query(String.class).list();
        Deque<String> open = new ArrayDeque<>();
        open.add("delete from slipway.approval_binding where approval in"
                + " (select id from slipway.approval where release = any (:releases))");
        tables(owner, "release")
                .forEach(table -> open.add("delete from slipway." + table + " where release = any (:releases)"));
        tables(owner, "site").forEach(table -> open.add("delete from slipway." + table + " where site " + sites));
        open.add("delete from slipway.release where number = any (:releases)");
        open.add("delete from slipway.site where id " + sites);
        for (int tries = 0; !open.isEmpty(); tries++) {
            String statement = open.remove();
            try {
                owner.sql(statement)
                        .param("releases", numbers.toArray(String[]::new))
                        .update();
            } catch (DataIntegrityViolationException later) {
                if (tries > PATIENCE) {
                    throw later;
                }
                open.add(statement);
            }
        }
    }

    private static List<String> tables(JdbcClient owner, String column) {
        return owner.sql("select table_name from information_schema.columns"
                        + " where table_schema = 'slipway' and column_name = ? order by 1")
                .param(column)
                .query(String.class)
                .list();
    }
}
