package slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import slipway.testing.TestDatabase;

class SchemaPageTest {
    @Test
    void the_page_shows_the_tables_as_they_are() throws IOException {
        assertThat(Files.readString(SchemaPage.PAGE))
                .as("docs/schema.md, which 'make docs' draws")
                .isEqualTo(new SchemaPage(TestDatabase.get().sql()).text());
    }
}
