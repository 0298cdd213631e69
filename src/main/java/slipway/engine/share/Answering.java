package slipway.engine.share;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

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

    private final class Telling extends ServletOutputStream {
        private final ServletOutputStream real;

        Telling(ServletOutputStream real) {
            this.real = real;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            desk.writes(ticket);
            try {
                real.write(bytes, from, count);
            } finally {
                desk.wrote(ticket);
            }
        }

        @Override
        public void flush() throws IOException {
            desk.writes(ticket);
            try {
                real.flush();
            } finally {
                desk.wrote(ticket);
            }
        }

        @Override
        public void close() throws IOException {
            real.close();
        }

        @Override
        public boolean isReady() {
            return real.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            real.setWriteListener(listener);
        }
    }
}
