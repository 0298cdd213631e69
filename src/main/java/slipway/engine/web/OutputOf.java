package slipway.engine.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Stands before the output of an answer; every byte comes by {@link #write(byte[], int, int)}. */
public abstract class OutputOf extends ServletOutputStream {
    private final ServletOutputStream real;

    protected OutputOf(ServletOutputStream real) {
        this.real = real;
    }

    @Override
    public final void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        real.write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
        real.flush();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }

    @Override
    public final boolean isReady() {
        return real.isReady();
    }

    @Override
    public final void setWriteListener(WriteListener listener) {
        real.setWriteListener(listener);
    }
}
