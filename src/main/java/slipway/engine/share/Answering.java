package slipway.engine.share;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import slipway.engine.web.OutputOf;

/** Tells the desk while bytes go to the reader, who may be slow. Pages by a writer are short, so nobody tells of them. */
final class Answering extends HttpServletResponseWrapper {
    private final Desk desk;
    private final Ticket ticket;
    private @Nullable ServletOutputStream stream;

    Answering(HttpServletResponse response, Desk desk, Ticket ticket) {
        super(response);
        this.desk = desk;
        this.ticket = ticket;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Telling(super.getOutputStream());
        }
        return stream;
    }

    private final class Telling extends OutputOf {
        Telling(ServletOutputStream real) {
            super(real);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            desk.writes(ticket);
            try {
                super.write(bytes, from, count);
            } finally {
                desk.wrote(ticket);
            }
        }

        @Override
        public void flush() throws IOException {
            desk.writes(ticket);
            try {
                super.flush();
            } finally {
                desk.wrote(ticket);
            }
        }
    }
}
