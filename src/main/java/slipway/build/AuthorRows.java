package slipway.build;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.build.Authors.Author;

/** The table of authors whom the directory did not know when their build passed. */
@Component
class AuthorRows {
    private final JdbcClient jdbc;

    AuthorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String build, List<Author> authors) {
        jdbc.sql("""
            insert into slipway.build_author (build, address, name, commits, newest)
            select :build, address, name, commits, newest
            from unnest(cast(:addresses as text[]), cast(:names as text[]), cast(:commits as integer[]),
                cast(:newest as text[])) as a (address, name, commits, newest)
            """)
                .param("build", build)
                .param("addresses", authors.stream().map(Author::address).toArray(String[]::new))
                .param("names", authors.stream().map(Author::name).toArray(String[]::new))
                .param("commits", authors.stream().map(Author::commits).toArray(Integer[]::new))
                .param("newest", authors.stream().map(Author::newest).toArray(String[]::new))
                .update();
    }

    /** Those with most commits first. */
    List<Author> of(String build) {
        return jdbc.sql("select * from slipway.build_author where build = :build order by commits desc, address")
                .param("build", build)
                .query((row, index) -> new Author(
                        row.getString("name"),
                        row.getString("address"),
                        row.getInt("commits"),
                        row.getString("newest")))
                .list();
    }
}
