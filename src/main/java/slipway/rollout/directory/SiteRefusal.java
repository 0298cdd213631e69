package slipway.rollout.directory;

import java.io.IOException;

/** The site's folder is not as it should be; the message says how. */
final class SiteRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    SiteRefusal(String message) {
        super(message);
    }
}
