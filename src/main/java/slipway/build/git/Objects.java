package slipway.build.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.sha1.SHA1;
import slipway.build.port.SourceRepository.UnsafeSources;
import slipway.build.port.SourceRepository.UnusableRepository;
import slipway.shared.PlainText;

/** Objects of a repository that nobody vouches for: measured before they are read, and compared with their ids. */
final class Objects {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ObjectReader reader;

    Objects(ObjectReader reader) {
        this.reader = reader;
    }

    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads; whatever JGit meets in files that no Git wrote is the fault of the repository, and said in words. */
    static <T> T reading(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (UnusableRepository | UnsafeSources e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnusableRepository(
                    "the repository cannot be read (" + PlainText.quoted(String.valueOf(e.getMessage()))
                            + "); mirror it anew",
                    e);
        }
    }

    /** How many bytes an object says to have; nothing of them is read. */
    long size(ObjectId id, int type) throws IOException {
        return reading(() -> reader.getObjectSize(id, type));
    }

    /** A small object, whole. */
    byte[] bytes(ObjectId id, int type, long most) throws IOException {
        long size = size(id, type);
        if (size < 0 || size > most) {
            throw new UnsafeSources(Constants.typeString(type) + " " + id.name() + " has more than " + most
                    + " bytes; split it, and give the sources a new tag");
        }
        byte[] bytes = reading(() -> reader.open(id, type).getCachedBytes((int) most));
        SHA1 hash = begun(type, bytes.length);
        hash.update(bytes);
        require(hash, id);
        return bytes;
    }

    /** Copies a file of exactly that size; fails when its content is not the one that its id names. */
    void copy(ObjectId id, long size, OutputStream out) throws IOException {
        SHA1 hash = begun(Constants.OBJ_BLOB, size);
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = size;
        try (InputStream in = reading(() -> reader.open(id, Constants.OBJ_BLOB).openStream())) {
            for (int read = next(in, buffer); read >= 0; read = next(in, buffer)) {
                left -= read;
                if (left < 0) {
                    throw altered(id);
                }
                hash.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (left > 0) {
            throw altered(id);
        }
        require(hash, id);
    }

    private static int next(InputStream in, byte[] buffer) throws IOException {
        return reading(() -> in.read(buffer));
    }

    private static SHA1 begun(int type, long size) {
        SHA1 hash = SHA1.newInstance();
        hash.update(Constants.encodeASCII(Constants.typeString(type) + " " + size + "\0"));
        return hash;
    }

    private static void require(SHA1 hash, ObjectId id) throws IOException {
        if (!reading(hash::toObjectId).equals(id)) {
            throw altered(id);
        }
    }

    private static UnsafeSources altered(ObjectId id) {
        return new UnsafeSources(
                "object " + id.name() + " does not hold what its name says; mirror the repository anew");
    }
}
