package slipway.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;

/** Screenshots in the order in which they were taken, kept as build output. */
final class Screens {
    static final Path KEPT = Path.of("target", "screenshots");

    static final int WIDTH = 1400;
    static final int HEIGHT = 1000;

    /** Where the pictures of README and handbook are renewed; empty when nobody asked for it. */
    private static final String RENEWED = System.getProperty("slipway.screens", "");

    private int taken;

    void take(Page page, String what) {
        taken++;
        String name = String.format(Locale.ROOT, "%02d-%s.png", taken, what);
        page.screenshot(new Page.ScreenshotOptions().setPath(KEPT.resolve(name)));
    }

    /** The same, and as a picture of the documentation under that name when those are renewed. */
    void show(Page page, String name, int height) {
        page.setViewportSize(WIDTH, height);
        take(page, name);
        if (!RENEWED.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(RENEWED, name + ".png")));
        }
        page.setViewportSize(WIDTH, HEIGHT);
    }
}
