package slipway.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The body of every refused request, in the form that the engine's REST interface uses too. */
public record Problem(String type, String message) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Sends it as the whole answer. */
    public void send(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        byte[] body = JSON.writeValueAsBytes(this);
        // Somebody may have announced the length of another body.
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
