package slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** A form as a person fills it in: by the labels that they read. */
final class Form {
    private final Locator area;

    Form(Locator area) {
        this.area = area;
        area.locator(".fjs-form").waitFor();
    }

    Form enter(String label, String text) {
        field(label).locator("input, textarea").first().fill(text);
        return this;
    }

    /** Clicks the radio button or box of that name. */
    Form choose(String option) {
        Locator choice = area.locator("label:has(input)")
                .filter(new Locator.FilterOptions().setHasText(exactly(option)))
                .first();
        choice.click();
        // The form keeps a choice only once it has drawn it.
        assertThat(choice.locator("input")).isChecked();
        return this;
    }

    Form pick(String label, String option) {
        Locator field = field(label);
        field.locator(".fjs-input-group").first().click();
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(literally(option))))
                .first()
                .click();
        assertThat(field.locator(".fjs-dropdownlist-item")).hasCount(0);
        return this;
    }

    Form moment(String label, ZonedDateTime time) {
        Locator field = field(label);
        Locator date = field.locator("input").first();
        date.click();
        date.fill(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(time));
        date.press("Enter");
        Locator clock = field.locator("input").last();
        clock.click();
        clock.fill(DateTimeFormatter.ofPattern("HH:mm").format(time));
        clock.press("Enter");
        return this;
    }

    String valueOf(String label) {
        return field(label).locator("input, textarea").first().inputValue();
    }

    /** The rows of the table with that caption, each with the text of its cells. */
    List<List<String>> table(String caption) {
        return table(area.locator(".fjs-form-field-table")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + literally(caption))))
                .first());
    }

    private static List<List<String>> table(Locator table) {
        return table.locator("tbody tr").all().stream()
                .map(row -> row.locator("td").allInnerTexts())
                .toList();
    }

    String text() {
        return area.innerText();
    }

    /** The innermost one with that label: groups are fields too. */
    private Locator field(String label) {
        return area.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(area.page()
                                .locator("label")
                                .filter(new Locator.FilterOptions().setHasText(exactly(label)))))
                .last();
    }

    private static Pattern exactly(String label) {
        return Pattern.compile("^\\s*" + literally(label) + "\\*?\\s*$");
    }

    // The browser reads the pattern, and it does not know Java's quoting.
    private static String literally(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    }
}
