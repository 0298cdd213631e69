package slipway.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipway.identity.Clearance;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

/** The answer to a user whom an endpoint does not serve. */
final class EndpointRefused {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointRefused.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private EndpointRefused() {}

    static String only(Clearance clearance) {
        return "this address is for " + clearance.words() + "; ask one of them, or an administrator for the role";
    }

    static void send(HttpServletRequest request, HttpServletResponse response, String sentence) throws IOException {
        Refusal refusal = Refusal.of("endpoint-role", sentence);
        LOG.warn(
                "refused {} {} to {}: {}",
                PlainText.quoted(request.getMethod()),
                PlainText.quoted(Below.path(request)),
                PlainText.quoted(String.valueOf(request.getRemoteUser())),
                refusal.rule());
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", "Forbidden");
        problem.put("status", HttpServletResponse.SC_FORBIDDEN);
        problem.put("detail", refusal.toString());
        problem.put("rule", refusal.rule());
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeValueAsString(problem));
    }
}
