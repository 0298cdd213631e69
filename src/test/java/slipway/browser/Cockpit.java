package slipway.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Cockpit in front of one person. */
final class Cockpit {
    private final Page page;

    Cockpit(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** The list of running instances of that process, below its diagram. */
    void process(String name) {
        page.locator("[cam-widget-header]").getByText("Processes").first().click();
        link(name).click();
        diagram().waitFor();
    }

    /** From the process to its instance of that business key. */
    void instance(String key) {
        page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(key))
                .locator("a")
                .first()
                .click();
        page.getByText("Called Process Instances").waitFor();
        diagram().waitFor();
    }

    /** How many tokens the diagram shows at that element. */
    String tokensAt(String element) {
        Locator badge = page.locator(".djs-overlays[data-container-id='" + element + "'] .badge")
                .first();
        badge.waitFor();
        return badge.innerText().strip();
    }

    private Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private Locator diagram() {
        return page.locator(".djs-container svg").first();
    }
}
