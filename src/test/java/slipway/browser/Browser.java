package slipway.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The machine's own Chromium; each person gets a profile of their own, and everything that goes wrong is noted. */
final class Browser implements AutoCloseable {
    private static final int PATIENCE = 15_000;

    /** Camunda's pages ask for them on a server that has them and expect that most have not. */
    private static final Set<String> ASKED_FOR_IN_VAIN =
            Set.of("GET /camunda/api/admin/auth/user/default 404", "GET /camunda-welcome 404");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String base;
    private final String password;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    Browser(int port, String password) {
        this.password = password;
        this.base = "http://localhost:" + port;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A person at a desk in Zürich, logged in to that application. */
    Page logIn(String person, String application) {
        BrowserContext desk = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(Screens.WIDTH, Screens.HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Zurich"));
        desk.setDefaultTimeout(PATIENCE);
        Page page = desk.newPage();
        page.onPageError(error -> troubles.add(person + ": " + error));
        page.onResponse(response -> note(person, response));
        page.navigate(base + "/camunda/app/" + application + "/default/");
        write(page.getByPlaceholder("Username"), person);
        write(page.getByPlaceholder("Password"), password);
        page.locator("button[type=submit]").click();
        page.getByPlaceholder("Username")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        return page;
    }

    /** Not typed: the login page moves the focus by itself, and what is typed meanwhile lands in the other field. */
    private static void write(Locator field, String text) {
        field.evaluate(
                "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); }",
                text);
    }

    private void note(String person, Response response) {
        if (response.status() < 400) {
            return;
        }
        String path = response.url().substring(base.length());
        String seen = response.request().method() + " " + path + " " + response.status();
        if (!ASKED_FOR_IN_VAIN.contains(seen)) {
            troubles.add(person + ": " + seen);
        }
    }

    /** Errors of pages and failed requests since the last time; asking forgets them. */
    List<String> troubles() {
        List<String> all = new ArrayList<>(troubles);
        troubles.clear();
        return all;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
