package slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import slipway.testing.HostileTexts;

/** What one person types into every field is what the next one reads, sign by sign, and nothing of it comes alive. */
final class TypedTexts {
    private static final Pattern NUMBER = Pattern.compile("REL-\\d{4}-\\d{4}");
    private static final int SECONDS = 60;
    private static final String TITLE = "**Urgent** <b>fix</b> [here](https://evil.example/) &amp; {{now}}";
    private static final String OBJECTIVE = "# Nothing **fails** <img src=x onerror=alert(1)> _ever_";
    private static final String LINES = String.join("\n", HostileTexts.ALL);

    private final Tasklist rita;
    private final Tasklist carl;

    TypedTexts(Browser browser) {
        rita = new Tasklist(browser.logIn("rita", "tasklist"));
        carl = new Tasklist(browser.logIn("carl", "tasklist"));
    }

    /** Ends with the release cancelled, so that its RFCs are free again. */
    void areShownAsTyped() {
        rita.startProcess("Release management").enter("Title", TITLE).enter("Purpose", LINES);
        rita.start();
        rita.open(Tasklist.MY_ROLES, "Confirm scope", "REL-", SECONDS);
        Form scope = rita.claim();
        String number = NUMBER.matcher(scope.text())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        shows(rita, TITLE);
        HostileTexts.ALL.forEach(typed -> shows(rita, typed));
        scope.choose("Submit the release")
                .choose("RFC-1001 Report a whole file of IBANs at once (iban-check)")
                .choose("IBAN check – v1.1.0");
        rita.complete();

        ZonedDateTime start = ZonedDateTime.now(Clock.system(ZoneId.of("Europe/Zurich")));
        rita.open(Tasklist.MY_ROLES, "Draft plan and back-out", number, SECONDS);
        rita.claim()
                .enter("First objective", OBJECTIVE)
                .moment("Start", start.minusHours(1))
                .moment("End", start.plusHours(5))
                .enter("Time allowed (minutes)", "5")
                .pick("Point of no return", "None");
        rita.complete();

        carl.open(Tasklist.MY_ROLES, "Approve baseline", number, SECONDS);
        Form baseline = carl.claim();
        shows(carl, TITLE);
        assertThat(baseline.table("Objectives")).flatExtracting(row -> row).contains(OBJECTIVE);
        baseline.choose("Return it to the release manager").enter("Reason", LINES);
        carl.complete();

        rita.open(Tasklist.MY_ROLES, "Draft plan and back-out", number, SECONDS);
        HostileTexts.ALL.forEach(typed -> shows(rita, typed));
        rita.putAside();
        rita.startProcess("Cancel a release").enter("Release", number).enter("Reason", LINES);
        rita.start();
        // Later their desks would ask for tasks that others have done meanwhile.
        List.of(rita, carl).forEach(desk -> desk.page().context().close());
    }

    /** Sign by sign in the page, and drawn on it; a browser draws several spaces in a table as one. */
    private static void shows(Tasklist desk, String typed) {
        Page page = desk.page();
        String expected = Normalizer.normalize(typed, Normalizer.Form.NFC);
        assertThat(text(page.locator("body").textContent())).contains(expected);
        assertThat(text(page.locator("body").innerText()).replaceAll(" +", " "))
                .contains(expected.replaceAll(" +", " "));
        for (String alive : List.of(
                "a[href*='evil.example']",
                "img[src='x']",
                ".task-card .fjs-form iframe",
                ".task-card .fjs-form svg[onload]",
                ".task-card .fjs-form h1:has-text('APPROVED')")) {
            assertThat(page.locator(alive).count()).as(alive).isZero();
        }
    }

    private static String text(String found) {
        return Normalizer.normalize(found, Normalizer.Form.NFC).replace('\u00a0', ' ');
    }
}
