package slipway.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.engine.guard.Refusals;
import slipway.identity.Clearance;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

/** The answer to a user whom an endpoint does not serve, and the record of it. */
@Component
class EndpointRefused {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Refusals refusals;
    private final Recorded recorded = new Recorded(TimeMeter.SYSTEM_NANOTIME);

    EndpointRefused(Refusals refusals) {
        this.refusals = refusals;
    }

    static String only(Clearance clearance) {
        return "this address is for " + clearance.words() + "; ask one of them, or an administrator for the role";
    }

    void send(HttpServletRequest request, HttpServletResponse response, String sentence) throws IOException {
        send(request, response, Refusal.of("endpoint-role", sentence));
    }

    void send(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        record(request.getRemoteUser(), request, refusal);
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

    /** To a browser that a page of somebody else sent here. */
    void foreign(HttpServletRequest request, HttpServletResponse response) throws IOException {
        record(
                request.getRemoteUser(),
                request,
                Refusal.of("foreign-origin", "a page from elsewhere sent this; send it from Slipway itself"));
        new Problem("NotAllowed", "This request is not allowed from there.")
                .send(response, HttpServletResponse.SC_FORBIDDEN);
    }

    /** To a browser that does not know the token of its session, which is of that account, if of any. */
    void forged(@Nullable String account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (recorded.oneMore(account)) {
            record(
                    account,
                    request,
                    Refusal.of(
                            "forged-request",
                            "this came without the token of the session; reload the page and try again"));
        }
        new Problem(
                        "ForgedRequest",
                        "This request came without the token of your session; reload the page and try again.")
                .send(response, HttpServletResponse.SC_FORBIDDEN);
    }

    private void record(@Nullable String account, HttpServletRequest request, Refusal refusal) {
        String asked = PlainText.quoted(request.getMethod()) + " " + PlainText.quoted(Below.path(request));
        refusals.record(account, asked, refusal);
    }
}
