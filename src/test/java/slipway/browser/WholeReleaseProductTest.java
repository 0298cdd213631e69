package slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import slipway.testing.Product;

/** One release from its request to its review, by mouse and keyboard in Tasklist, and found again in Cockpit. */
class WholeReleaseProductTest {
    private static final Path FOLDER = Path.of("target", "browser").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("Tasklist\\s+http://localhost:(\\d+)/");

    @Test
    void people_take_a_release_from_its_request_to_its_review() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        try (Product product = Product.start(FOLDER, List.of(), "--server.port=0")) {
            product.says("Stop with Ctrl-C", 120);
            int port = ADDRESS.matcher(product.out())
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .findFirst()
                    .orElseThrow();
            String password =
                    Files.readString(FOLDER.resolve("data/secrets/tour")).strip();
            try (Browser browser = new Browser(port, password)) {
                new TypedTexts(browser).areShownAsTyped();
                new WholeRelease(browser, new Notices(FOLDER.resolve("data/mail"), port)).walk();
            }
            for (String site : List.of("zurich", "new-york", "singapore-dr")) {
                assertThat(FOLDER.resolve("data/sites").resolve(site).resolve("iban-check/current/VERSION"))
                        .content()
                        .isEqualToIgnoringWhitespace("1.1.0");
            }
            assertThat(product.err()).isEmpty();
        }
    }
}
