package slipway.communication;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registers of templates and audiences, which process owners extend. */
@Repository
class NoticeRegister {
    private final JdbcClient jdbc;

    /** Who a notice goes to: the members of a role, or whom the release itself names. */
    record Audience(String id, Optional<String> role) {}

    NoticeRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the notice is called before people. */
    String name(String template) {
        return jdbc.sql("select name from slipway.notice_template where id = :id")
                .param("id", template)
                .query(String.class)
                .single();
    }

    List<Audience> audiences(String template) {
        return jdbc.sql("""
                        select a.id, a.role from slipway.notice_audience n join slipway.audience a on a.id = n.audience
                        where n.template = :template order by a.id
                        """)
                .param("template", template)
                .query((row, line) -> new Audience(row.getString("id"), Optional.ofNullable(row.getString("role"))))
                .list();
    }
}
