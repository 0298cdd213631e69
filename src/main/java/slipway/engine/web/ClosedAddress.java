package slipway.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import slipway.shared.Refusal;

/** Addresses of the engine that serve nobody here, refused before it reads a request. */
enum ClosedAddress {
    /** It answers after the request, past everything that looks at answers; the command behind it is refused anyway. */
    FETCH_AND_LOCK(
            "/external-task/fetchAndLock/?",
            Refusal.of(
                    "work-by-worker",
                    "external tasks are worked by Slipway's own worker; retry a failed one in Cockpit")),
    /** It copies all history at once for a product that is not here. */
    OPTIMIZE(
            "/optimize(?:/.*)?",
            Refusal.of("address-closed", "nothing here uses this address; ask for the same below /history, in pages"));

    private static final String ENGINE = "(?:/engine-rest(?:/engine/[^/]+)?|/camunda/api/engine/engine/[^/]+)";

    private final Pattern paths;
    private final Refusal refusal;

    ClosedAddress(String path, Refusal refusal) {
        this.paths = Pattern.compile(ENGINE + path);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    static Optional<ClosedAddress> of(HttpServletRequest request) {
        String path = Below.path(request);
        return Arrays.stream(values())
                .filter(address -> address.paths.matcher(path).matches())
                .findFirst();
    }
}
