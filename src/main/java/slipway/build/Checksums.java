package slipway.build;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PlainText;

/** A vendor's {@code SHA256SUMS} as coreutils writes it: a line a file, digest, text or binary mark, path. */
record Checksums(Map<String, Digest> digests) {
    static final String FILE = "SHA256SUMS";
    static final String SIGNATURE = FILE + ".sig";
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

    Checksums {
        digests = Map.copyOf(digests);
    }

    /** Reads it; anything that is no plain line or no plain path is refused in words. */
    static Checksums parse(byte[] content) throws UnfitDelivery {
        Map<String, Digest> digests = new HashMap<>();
        int number = 0;
        for (String line : text(content).lines().toList()) {
            number++;
            // coreutils takes these for comments.
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new UnfitDelivery("line " + number + " of " + FILE
                        + " is not '<digest>  <file>' as sha256sum writes it; ask the vendor for a new one");
            }
            String path = matcher.group(2).replaceFirst("^(\\./)+", "");
            requirePlain(path, number);
            if (digests.put(path, new Digest(matcher.group(1).toLowerCase(Locale.ROOT))) != null) {
                throw new UnfitDelivery(
                        FILE + " names '" + PlainText.quoted(path) + "' twice; ask the vendor for a new one");
            }
        }
        if (digests.isEmpty()) {
            throw new UnfitDelivery(FILE + " names no file; ask the vendor for a new one");
        }
        return new Checksums(digests);
    }

    private static String text(byte[] content) throws UnfitDelivery {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnfitDelivery(FILE + " is not written in UTF-8; ask the vendor for one that is");
        }
    }

    private static void requirePlain(String path, int number) throws UnfitDelivery {
        // An entry of a manifest takes plain relative paths only, and these are to become entries.
        if (!Manifest.isPlain(path)) {
            throw new UnfitDelivery("line " + number + " of " + FILE
                    + " names no plain path inside the delivery; such a file is never taken over");
        }
        if (path.equals(FILE) || path.equals(SIGNATURE)) {
            throw new UnfitDelivery(FILE + " names '" + path + "', which can vouch for nothing");
        }
    }

    /** Whether these are exactly the files of the manifest, each with its digest; the first difference is refused. */
    void require(Manifest manifest) throws UnfitDelivery {
        for (Manifest.Entry entry : manifest.entries()) {
            Digest named = digests.get(entry.path());
            if (named == null) {
                throw new UnfitDelivery("'" + PlainText.quoted(entry.path()) + "' lies in the delivery, but " + FILE
                        + " does not name it; ask the vendor which of the two is right");
            }
            if (!named.equals(entry.digest())) {
                throw new UnfitDelivery("'" + PlainText.quoted(entry.path()) + "' has the digest "
                        + entry.digest().brief() + ", but " + FILE + " says " + named.brief()
                        + "; fetch the delivery again or ask the vendor");
            }
        }
        Set<String> present =
                manifest.entries().stream().map(Manifest.Entry::path).collect(Collectors.toSet());
        for (String path : digests.keySet().stream().sorted().toList()) {
            if (!present.contains(path)) {
                throw new UnfitDelivery("'" + PlainText.quoted(path) + "' is named by " + FILE
                        + " and missing; fetch the delivery again or ask the vendor");
            }
        }
    }
}
