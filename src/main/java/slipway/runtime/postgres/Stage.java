package slipway.runtime.postgres;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slipway.shared.Digest;

/**
 * A place in a mount namespace of its own where a user that may enter none of the folders above finds a cluster and
 * PostgreSQL's programs, and nothing else of Slipway's.
 */
record Stage(String top) {
    // What the host unmounts later must not stay busy here, so the namespace follows it; the other way nothing goes.
    private static final List<String> NAMESPACE = List.of("unshare", "--mount", "--propagation", "slave");

    // PostgreSQL asks for the name of its user, which has none on this machine.
    private static final String MOUNTING = """
            umask 022
            mount -t tmpfs -o mode=711,size=64k,nosuid,nodev none "$1"
            mkdir "$3" "$5"
            mount --bind -o nosuid,nodev "$2" "$3"
            mount --bind -o ro,nosuid,nodev "$4" "$5"
            echo "postgres:x:$6:$6::/:/bin/false" > "$1/passwd"
            mount --bind -o ro "$1/passwd" /etc/passwd
            umask 077; shift 6; exec "$@"
            """;

    /** One that covers neither folder; empty when this machine has none. */
    static Optional<Stage> beside(Path cluster, Path home) {
        return Stream.of("/mnt", "/media", "/srv", "/tmp")
                .filter(top -> Files.isDirectory(Path.of(top), LinkOption.NOFOLLOW_LINKS))
                .filter(top -> !cluster.startsWith(top) && !home.startsWith(top))
                .findFirst()
                .map(Stage::new);
    }

    /** What goes before a command that finds both folders at their places, and its user by a name. */
    List<String> line(Path cluster, Path home, String user) {
        List<String> line = new ArrayList<>(NAMESPACE);
        line.addAll(List.of("/bin/sh", "-ec", MOUNTING, "sh", top));
        line.addAll(List.of(cluster.toString(), cluster(cluster), home.toString(), programs(), user));
        return line;
    }

    String cluster(Path cluster) {
        return top + "/" + name(cluster);
    }

    String program(String name) {
        return programs() + "/bin/" + name;
    }

    private String programs() {
        return top + "/programs";
    }

    /** The name of a cluster's place, which no other cluster of this machine has: its server is known by it. */
    static String name(Path cluster) {
        return "cluster-" + Digest.of(cluster.toString()).brief();
    }
}
