package slipway.site.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import slipway.shared.FileTree;

/** The site's folder is not as it should be; the message says how. */
final class SiteRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    SiteRefusal(String message) {
        super(message);
    }

    /** What went wrong, for people; an interruption of the work says nothing about the site and goes on. */
    static String words(IOException problem) {
        if (Thread.currentThread().isInterrupted()) {
            throw new UncheckedIOException(problem);
        }
        return problem instanceof SiteRefusal || problem instanceof FileTree.TooMuch
                ? String.valueOf(problem.getMessage())
                : problem.getClass().getSimpleName() + ": " + problem.getMessage();
    }
}
