package slipway.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;

/** Screenshots in the order in which they were taken, kept as build output. */
final class Screens {
    static final Path KEPT = Path.of("target", "screenshots");

    private int taken;

    void take(Page page, String what) {
        taken++;
        String name = String.format(Locale.ROOT, "%02d-%s.png", taken, what);
        page.screenshot(new Page.ScreenshotOptions().setPath(KEPT.resolve(name)));
    }
}
