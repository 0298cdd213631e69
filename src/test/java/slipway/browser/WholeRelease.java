package slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What each person reads, enters and decides, in the order of the lifecycle. */
final class WholeRelease {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Zurich"));
    private static final Pattern NUMBER = Pattern.compile("REL-\\d{4}-\\d{4}");

    /** Builds, tests, audits and the tour's soak and early life pass while somebody waits for a task. */
    private static final int SECONDS = 120;

    private final Browser browser;
    private final Screens screens = new Screens();
    private final Map<String, Tasklist> desks = new HashMap<>();
    private String number = "";

    private final Notices notices;

    WholeRelease(Browser browser, Notices notices) {
        this.browser = browser;
        this.notices = notices;
    }

    void walk() throws Exception {
        try {
            request();
            plan();
            build();
            accept();
            authorise();
            prepare();
            rollOut();
            review();
        } catch (Exception | AssertionError failed) {
            desks.forEach((person, desk) -> screens.take(desk.page(), "last-seen-by-" + person));
            browser.troubles().forEach(trouble -> failed.addSuppressed(new IllegalStateException(trouble)));
            throw failed;
        }
    }

    private void request() {
        Tasklist rita = at("rita");
        Form request = rita.startProcess("Release management");
        request.enter("Title", "IBANs by the file").enter("Purpose", "Tellers wait too long at the counter.");
        screens.take(rita.page(), "request-a-release");
        rita.start();
        rita.open(Tasklist.MY_ROLES, "Confirm scope", "REL-", SECONDS);
        screens.show(rita.page(), "tasklist", 900);
        Form scope = rita.claim();
        number = NUMBER.matcher(scope.text())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        rita.unclaim();
        assertThat(rita.shows("Confirm scope", number)).isTrue();
        rita.claim();
        rita.open(Tasklist.MINE, "Confirm scope", number, SECONDS);
        scope.choose("Submit the release")
                .choose("RFC-1001 Report a whole file of IBANs at once (iban-check)")
                .choose("RFC-1002 Accept IBANs typed with spaces and in small letters (iban-check)")
                .choose("IBAN check – v1.1.0");
        complete(rita, "confirm-scope");
    }

    private void plan() {
        ZonedDateTime start = now().minusHours(1);
        does("rita", "Draft plan and back-out", form -> {
            assertThat(form.table("RFCs in this release")).hasSize(2);
            form.enter("First objective", "Ten thousand IBANs are checked in under a minute")
                    .moment("Start", start)
                    .moment("End", start.plusHours(6))
                    .enter("Time allowed (minutes)", "5")
                    .pick("Point of no return", "None");
        });
        does("carl", "Approve baseline", form -> {
            assertThat(form.table("RFCs")).hasSize(2);
            form.choose("Approve this plan as the baseline");
        });
    }

    private void build() {
        Tasklist sofia = at("sofia");
        sofia.open(Tasklist.MY_ROLES, "Attest malware scan", number, SECONDS);
        Form scan = sofia.claim();
        assertThat(scan.table("Files to be scanned")).isNotEmpty();
        scan.choose("Clean").enter("Scanner and signature version", "clamscan 1.4, signatures of today");
        sofia.completeInVain();
        screens.take(sofia.page(), "attest-scan-unconfirmed");
        sofia.dismiss();
        scan.choose("I scanned files with exactly the digests above");
        screens.show(sofia.page(), "attest-scan", 1300);
        complete(sofia, "attest-scan");
    }

    private void accept() {
        does("tom", "Judge tests", form -> form.choose("Passed"));
        does("olga", "Accept for the business", form -> {
            assertThat(form.table("RFCs")).hasSize(2);
            form.choose("Accept").enter("Opinion of the users", "The tellers like the report.");
        });
    }

    private void authorise() {
        Tasklist rita = at("rita");
        rita.open(Tasklist.MY_ROLES, "Arrange waves", number, SECONDS);
        Form waves = rita.claim();
        assertThat(waves.table("Sites")).hasSize(3);
        assertThat(waves.valueOf("Waves")).contains("zurich", "new-york", "singapore-dr");
        waves.enter("Waves", "1: zurich\n2: new-york").choose("Schedule these waves");
        noTrouble();
        String refusal = rita.completeInVain();
        screens.take(rita.page(), "arrange-waves-refused");
        rita.dismiss();
        assertThat(refusal).contains("singapore-dr");
        assertThat(browser.troubles()).singleElement().asString().matches("rita: POST .*/submit-form 4\\d\\d");
        waves.enter("Waves", "1: zurich\n2: new-york, singapore-dr").choose("Schedule these waves");
        complete(rita, "arrange-waves");
        does("carl", "Give go or no-go", form -> {
            assertThat(form.table("Parts")).hasSize(1);
            assertThat(form.table("RFCs")).hasSize(2);
            assertThat(form.table("Sites by wave")).hasSize(3);
            form.choose("Go").enter("Reason", "Tests passed, sites are quiet.");
            screens.show(at("carl").page(), "go-no-go", 1700);
        });
    }

    private void prepare() throws Exception {
        for (String coordinator : new String[] {"nils", "zoe"}) {
            Tasklist desk = at(coordinator);
            desk.open(Tasklist.WAITING, "Confirm readiness of sites", number, SECONDS);
            desk.follow(linkFor(coordinator, desk), "Confirm readiness of sites", number);
            desk.open(Tasklist.WAITING, "Confirm readiness of sites", number, SECONDS);
            Form form = desk.claim();
            assertThat(form.table("Your sites")).hasSize(coordinator.equals("nils") ? 1 : 2);
            form.choose("Ready").choose("Everybody who needs training has had it");
            complete(desk, "confirm-readiness-" + coordinator);
        }
    }

    private String linkFor(String coordinator, Tasklist desk) throws Exception {
        for (int look = 0; look < SECONDS; look++) {
            Optional<String> link = notices.linkFor(coordinator);
            if (link.isPresent()) {
                return link.get();
            }
            desk.shows("a notice of " + coordinator, number);
        }
        throw new AssertionError("no notice for " + coordinator + " was delivered");
    }

    private void rollOut() {
        does("anna", "Sign audit", form -> {
            assertThat(form.table("Sites")).hasSize(3);
            form.choose("Sign the audit");
        });
        Tasklist anna = at("anna");
        anna.open(Tasklist.MY_ROLES, "Sign audit", number, SECONDS);
        findInCockpit("Call_AuditSitesAfter");
        Form audit = anna.claim();
        assertThat(audit.table("Sites"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).anyMatch(cell -> cell.contains("1.1.0")));
        audit.choose("Sign the audit");
        screens.show(anna.page(), "sign-audit", 1100);
        complete(anna, "sign-audit-after");
    }

    private void findInCockpit(String element) {
        Cockpit cockpit = new Cockpit(browser.logIn("ivan", "cockpit"));
        cockpit.process("Release management");
        screens.take(cockpit.page(), "cockpit-release-management");
        cockpit.instance(number);
        assertThat(cockpit.tokensAt(element)).isEqualTo("1");
        screens.show(cockpit.page(), "cockpit", 750);
    }

    private void review() {
        does("olga", "Score objectives", form -> form.choose("Met"));
        does("rita", "Record lessons", form -> form.enter("Lessons", "Small releases are calm releases."));
        does("carl", "Review release", form -> form.enter("Conclusion of the review", "Went as planned."));
        Cockpit cockpit = new Cockpit(browser.logIn("rita", "cockpit"));
        cockpit.process("Release management");
        assertThat(cockpit.page().locator("body").innerText()).doesNotContain(number);
        noTrouble();
    }

    private void does(String person, String task, Consumer<Form> entries) {
        Tasklist desk = at(person);
        desk.open(Tasklist.MY_ROLES, task, number, SECONDS);
        entries.accept(desk.claim());
        complete(desk, task.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    }

    private void complete(Tasklist desk, String what) {
        assertThat(desk.completeButton().isEnabled()).isTrue();
        screens.take(desk.page(), what);
        desk.complete();
        noTrouble();
    }

    private void noTrouble() {
        assertThat(browser.troubles()).isEmpty();
    }

    private Tasklist at(String person) {
        return desks.computeIfAbsent(person, who -> new Tasklist(browser.logIn(person, "tasklist")));
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(CLOCK);
    }
}
