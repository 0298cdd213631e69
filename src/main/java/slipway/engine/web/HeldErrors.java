package slipway.engine.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import slipway.engine.guard.ThrownInside;

/** Lets what succeeds pass, and keeps the body of everything else until it was looked at. */
final class HeldErrors extends HttpServletResponseWrapper {
    private static final int FIRST_ERROR = 400;
    private static final int MOST = 64 * 1024;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;
    private Problem failure = new Problem("", "");
    private @Nullable Exception thrown;

    HeldErrors(HttpServletResponse response) {
        super(response);
    }

    boolean holds() {
        return failed() && !isCommitted();
    }

    /** Nobody answered, because this was thrown. */
    void failedWith(Exception instead) {
        thrown = instead;
        Throwable root = instead;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        failure = new Problem(root.getClass().getSimpleName(), String.valueOf(root.getMessage()));
        setStatus(SC_INTERNAL_SERVER_ERROR);
    }

    /** What the database said of it; empty = nothing. */
    String sqlState() {
        return ThrownInside.sqlState(thrown).orElse("");
    }

    /** What was thrown instead of an answer. */
    @Nullable
    Exception thrown() {
        return thrown;
    }

    /** What failed, where no body says it. */
    Problem failure() {
        return failure;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, "");
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (status < SC_INTERNAL_SERVER_ERROR) {
            super.sendError(status, message);
        } else {
            setStatus(status);
            failure = new Problem("", message);
        }
    }

    String text() {
        if (writer != null) {
            writer.flush();
        }
        return held.toString(StandardCharsets.UTF_8);
    }

    private boolean failed() {
        return getStatus() >= FIRST_ERROR;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Switch(super.getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (!failed()) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!failed()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!length(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!length(name)) {
            super.addHeader(name, value);
        }
    }

    private boolean length(String name) {
        return failed() && name.equalsIgnoreCase("Content-Length");
    }

    /** Decides at each write, since the status is known by then. */
    private final class Switch extends OutputOf {
        Switch(ServletOutputStream real) {
            super(real);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (failed()) {
                held.write(bytes, from, Math.min(count, Math.max(0, MOST - held.size())));
            } else {
                super.write(bytes, from, count);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!failed()) {
                super.flush();
            }
        }

        /** Whoever writes may close before it is known what is answered; the server closes in the end. */
        @Override
        public void close() {}
    }
}
