package slipway.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipway.runtime.StartRefused;

/**
 * As whom PostgreSQL runs, for it refuses to run as root: as ourselves; as root's own files seen from a user namespace;
 * or as another user.
 */
record RunAs(List<String> prefix, Optional<String> user) {

    static RunAs forFolder(Path cluster) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new RunAs(List.of(), Optional.empty());
        }
        String owner = Files.exists(cluster)
                ? Files.getOwner(cluster, LinkOption.NOFOLLOW_LINKS).getName()
                : "root";
        if (!owner.equals("root")) {
            return as(owner);
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return new RunAs(List.of("unshare", "-U"), Optional.empty());
        }
        return works(List.of("id", "postgres")) ? as("postgres") : as("nobody");
    }

    List<String> command(String program, List<String> arguments) {
        List<String> all = new ArrayList<>(prefix);
        all.add(program);
        all.addAll(arguments);
        return List.copyOf(all);
    }

    /** Gives the files to that user and checks that it reaches them. */
    void own(Path folder) throws IOException {
        if (user.isEmpty()) {
            return;
        }
        Permissions.giveAll(folder, user.get());
        if (!works(command("test", List.of("-x", folder.toString())))) {
            throw new StartRefused("PostgreSQL does not run as root, and the user " + user.get() + " may not enter "
                    + folder + ": start Slipway as an ordinary user, or choose another slipway.data.");
        }
    }

    private static RunAs as(String user) {
        if (works(List.of("setpriv", "--version"))) {
            List<String> prefix = List.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups");
            return new RunAs(prefix, Optional.of(user));
        }
        throw new StartRefused("PostgreSQL does not run as root, and neither unshare nor setpriv can be used here:"
                + " start Slipway as an ordinary user.");
    }

    private static String group(String user) {
        return Programs.run(Path.of("/"), List.of("id", "-g", user)).said();
    }

    private static boolean works(List<String> command) {
        try {
            return Programs.run(Path.of("/"), command).well();
        } catch (java.io.UncheckedIOException absent) {
            return false;
        }
    }
}
