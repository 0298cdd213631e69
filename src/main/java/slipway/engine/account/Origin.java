package slipway.engine.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a request comes from. One who has one address of IPv6 has all of its network, so the network counts. */
public final class Origin {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final int BYTES_OF_NETWORK = 8;

    private Origin() {}

    /** Nothing when no request is served: Slipway itself asks. */
    static Optional<String> ofRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
                ? Optional.of(network(served.getRequest().getRemoteAddr()))
                : Optional.empty();
    }

    /** The address, or its network where it is one of IPv6. */
    public static String network(String address) {
        // What is no literal would be looked up as a name.
        String bare = address.replaceFirst("%.*", "");
        if (!LITERAL.matcher(bare).matches()) {
            return address;
        }
        try {
            InetAddress whole = InetAddress.getByName(bare);
            if (!(whole instanceof Inet6Address)) {
                return whole.getHostAddress();
            }
            byte[] bytes = whole.getAddress();
            Arrays.fill(bytes, BYTES_OF_NETWORK, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
