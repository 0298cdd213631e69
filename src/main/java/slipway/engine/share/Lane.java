package slipway.engine.share;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import slipway.engine.web.Below;

/** Which places a request takes. */
final class Lane {
    private static final Below LOGIN = Below.of("/camunda/api/admin/auth");
    private static final Below HEALTH = Below.of("/actuator/health");
    private static final Below PAGES = Below.of("/camunda/app", "/camunda/lib");
    private static final Pattern OF_PLUGINS = Pattern.compile("/camunda/api/[a-z]+/plugin/\\w+/static/.*");

    private Lane() {}

    static boolean isLogin(HttpServletRequest request) {
        return LOGIN.matches(request) && request.getMethod().equals("POST");
    }

    /** A file of the web applications: opening one of their pages asks for dozens. */
    static boolean isFile(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && (PAGES.matches(request)
                        || OF_PLUGINS.matcher(Below.path(request)).matches());
    }

    /** Short ones that must work when nothing else does. */
    static boolean isAtTheDoor(HttpServletRequest request) {
        return LOGIN.matches(request) || HEALTH.matches(request);
    }
}
