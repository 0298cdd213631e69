package slipway.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.testing.TestDatabase;

/** Draws {@code docs/schema.md} from the tables of a database that this version has migrated. */
final class SchemaPage {
    static final Path PAGE = Path.of("docs/schema.md");

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED = Pattern.compile("create table slipway\\.(\\w+)");
    private static final String APPEND_ONLY = "append-only: ";
    private static final String INTRODUCTION = """
            # The database

            The tables of the schema `slipway`, by capability; drawn by `make docs` from a migrated database. The engine's own tables are in `slipway_engine`. A line leads from what refers to what is referred to; a box without columns belongs to another capability. In append-only tables the application may not change or delete a row.
            """;

    private final JdbcClient sql;

    private record Table(String name, String holds, boolean appendOnly) {}

    private record Column(String name, String type, boolean key) {}

    /** {@code many} = several rows may refer to the same one, {@code optional} = a row may refer to none. */
    private record Reference(String from, String to, String columns, boolean many, boolean optional) {}

    SchemaPage(JdbcClient sql) {
        this.sql = sql;
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(PAGE, new SchemaPage(TestDatabase.get().sql()).text());
    }

    String text() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Map.Entry<String, List<Table>> capability : byCapability().entrySet()) {
            page.append("\n## ").append(capability.getKey()).append("\n\n```mermaid\nerDiagram\n");
            capability.getValue().forEach(table -> draw(table, page));
            capability.getValue().stream()
                    .flatMap(table -> references(table.name()).stream())
                    .map(SchemaPage::line)
                    .forEach(page::append);
            page.append("```\n\n| Table | Holds | Append-only |\n|---|---|---|\n");
            capability
                    .getValue()
                    .forEach(table -> page.append("| `%s` | %s | %s |\n"
                            .formatted(table.name(), sentence(table.holds()), table.appendOnly() ? "yes" : "")));
        }
        return page.toString();
    }

    /** A table belongs to the capability whose script creates it. */
    private Map<String, List<Table>> byCapability() throws IOException {
        Map<String, Table> tables = tables();
        Map<String, List<Table>> all = new TreeMap<>();
        for (Path script : Pages.files(MIGRATIONS.toString(), ".sql")) {
            List<Table> here = CREATED.matcher(Files.readString(script))
                    .results()
                    .map(created -> tables.remove(created.group(1)))
                    .toList();
            all.computeIfAbsent(capability(script), first -> new ArrayList<>()).addAll(here);
        }
        if (!tables.isEmpty()) {
            throw new IllegalStateException("no script creates " + tables.keySet());
        }
        return all;
    }

    private static String capability(Path script) {
        return MIGRATIONS.relativize(script).getName(0).toString();
    }

    private Map<String, Table> tables() {
        return sql.sql("""
                        select relname, coalesce(obj_description(oid, 'pg_class'), '') as comment from pg_class
                        where relnamespace = 'slipway'::regnamespace and relkind = 'r'
                          and relname not in ('flyway_schema_history', 'test_log', 'test_plain')
                        """).query((row, line) -> table(row.getString("relname"), row.getString("comment"))).stream()
                .collect(Collectors.toMap(Table::name, table -> table, (one, other) -> one, TreeMap::new));
    }

    private static Table table(String name, String comment) {
        if (comment.isBlank()) {
            throw new IllegalStateException("table " + name + " has no comment that says what it holds");
        }
        boolean appendOnly = comment.startsWith(APPEND_ONLY);
        return new Table(name, appendOnly ? comment.substring(APPEND_ONLY.length()) : comment, appendOnly);
    }

    private void draw(Table table, StringBuilder page) {
        page.append("  ").append(table.name()).append(" {\n");
        for (Column column : columns(table.name())) {
            page.append("    %s %s%s\n".formatted(column.type(), column.name(), column.key() ? " PK" : ""));
        }
        page.append("  }\n");
    }

    private List<Column> columns(String table) {
        return sql.sql("""
                        select a.attname, format_type(a.atttypid, a.atttypmod) as type,
                            coalesce(a.attnum = any (k.conkey), false) as key
                        from pg_attribute a
                        left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p'
                        where a.attrelid = ('slipway.' || :table)::regclass and a.attnum > 0 and not a.attisdropped
                        order by a.attnum
                        """)
                .param("table", table)
                .query((row, line) ->
                        new Column(row.getString("attname"), shortly(row.getString("type")), row.getBoolean("key")))
                .list();
    }

    private static String shortly(String type) {
        return type.replace("timestamp with time zone", "timestamptz")
                .replace("time without time zone", "time")
                .replace("character", "char");
    }

    private List<Reference> references(String table) {
        return sql.sql("""
                        select f.conrelid::regclass::text as referring, f.confrelid::regclass::text as referred,
                            string_agg(a.attname, ', ' order by array_position(f.conkey, a.attnum)) as columns,
                            bool_or(not a.attnotnull) as optional,
                            not exists (select 1 from pg_index i where i.indrelid = f.conrelid and i.indisunique
                              and i.indpred is null and i.indkey::smallint[] <@ f.conkey) as many
                        from pg_constraint f
                        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey)
                        where f.contype = 'f' and f.conrelid = ('slipway.' || :table)::regclass
                        group by f.oid, f.conrelid, f.confrelid, f.conkey
                        order by referred, columns
                        """)
                .param("table", table)
                .query((row, line) -> new Reference(
                        plain(row.getString("referring")),
                        plain(row.getString("referred")),
                        row.getString("columns"),
                        row.getBoolean("many"),
                        row.getBoolean("optional")))
                .list();
    }

    private static String plain(String table) {
        return table.replace("slipway.", "");
    }

    private static String line(Reference reference) {
        return "  %s %s--%s %s : \"%s\"\n"
                .formatted(
                        reference.from(),
                        reference.many() ? "}o" : "|o",
                        reference.optional() ? "o|" : "||",
                        reference.to(),
                        reference.columns());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
