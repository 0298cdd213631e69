package slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Tasklist in front of one person. */
final class Tasklist {
    static final String MINE = "My tasks";
    static final String MY_ROLES = "Waiting for my roles";
    static final String WAITING = "Waiting for me";

    private static final double LOOK_AGAIN = 1_500;

    private final Page page;

    Tasklist(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** Opens the start form of that process. */
    Form startProcess(String process) {
        page.getByText("Start process").click();
        page.locator(".modal-dialog")
                .getByText(process, new Locator.GetByTextOptions().setExact(true))
                .click();
        return new Form(page.locator(".modal-dialog"));
    }

    void start() {
        Locator dialog = page.locator(".modal-dialog");
        dialog.getByRole(AriaRole.BUTTON, named("Start")).click();
        gone(dialog);
    }

    /** No task is open any more. */
    void putAside() {
        page.navigate(page.url().replaceFirst("#.*", "#/"));
        gone(page.locator(".task-card"));
    }

    /** Looks into the filter until the task is in its list, however long machines and timers before it take. */
    Form open(String filter, String task, String release, int seconds) {
        Locator card = card(task, release);
        for (int look = 0; look < seconds * 1000 / LOOK_AGAIN; look++) {
            show(filter);
            if (appears(card)) {
                card.locator("h4.task a").click();
                page.locator(".task-card h2.task").getByText(task).waitFor();
                return new Form(page.locator(".task-card"));
            }
        }
        throw new AssertionError("'" + task + "' of " + release + " is not in '" + filter + "': " + list().innerText());
    }

    /**
     * Opens a link as a mail program would: afresh.
     *
     * @throws TimeoutError when it does not show this task
     */
    void follow(String link, String task, String release) {
        page.navigate("about:blank");
        page.navigate(link);
        card(task, release).waitFor();
    }

    void show(String filter) {
        page.locator(".task-filter h4").getByText(filter).click();
    }

    boolean shows(String task, String release) {
        return appears(card(task, release));
    }

    private boolean appears(Locator card) {
        try {
            card.waitFor(new Locator.WaitForOptions().setTimeout(LOOK_AGAIN));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    private Locator card(String task, String release) {
        return list().locator("li.task")
                .filter(new Locator.FilterOptions().setHasText(task))
                .filter(new Locator.FilterOptions().setHasText(release))
                .first();
    }

    private Locator list() {
        return page.locator("section.tasks-list");
    }

    /** Takes the open task for oneself and gives the form that may now be filled in. */
    Form claim() {
        page.locator(".task-card .meta")
                .getByText("Claim", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.locator(".task-card .unclaim").waitFor();
        gone(page.locator(".task-card .disabled-form"));
        return new Form(page.locator(".task-card"));
    }

    void unclaim() {
        page.locator(".task-card .unclaim").click();
        page.locator(".task-card .meta")
                .getByText("Claim", new Locator.GetByTextOptions().setExact(true))
                .waitFor();
    }

    void complete() {
        completeButton().click();
        try {
            gone(page.locator(".task-card .fjs-form"));
        } catch (TimeoutError stays) {
            throw new AssertionError("the task stays: " + page.locator("body").innerText(), stays);
        }
    }

    /** Presses Complete and gives the message that says why not; the task stays open. */
    String completeInVain() {
        completeButton().click();
        Locator message = page.locator(".page-notifications .alert-danger").first();
        message.waitFor();
        assertThat(page.locator(".task-card .fjs-form").isVisible()).isTrue();
        return message.innerText();
    }

    /** Closes what the page has told. */
    void dismiss() {
        Locator close = page.locator(".page-notifications button.close:visible").first();
        while (close.isVisible()) {
            close.click();
        }
    }

    Locator completeButton() {
        return page.locator(".form-actions").getByRole(AriaRole.BUTTON, named("Complete"));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void gone(Locator what) {
        what.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
}
