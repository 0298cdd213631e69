package slipway.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;

/** Whether the web server will find its port free. */
final class HttpPort {
    private HttpPort() {}

    static void requireFree(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return;
        }
        String address = environment.getProperty("server.address", "0.0.0.0");
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new StartRefused(
                    "Port " + port + " of " + address + " cannot be used (" + e.getMessage()
                            + "): stop what listens there, or choose another one with server.port.",
                    e);
        }
    }
}
