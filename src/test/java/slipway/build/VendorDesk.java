package slipway.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import slipway.cmdb.Unit;

/** A vendor at work with sha256sum and openssl themselves. */
final class VendorDesk {
    private static final String KEY = "key.pem";
    private static final String PUBLIC = "public.pem";

    private final Path desk;
    private final List<String> signing;

    private VendorDesk(Path desk, List<String> signing) {
        this.desk = desk;
        this.signing = signing;
    }

    static VendorDesk ed25519(Path desk) throws IOException {
        return with(desk, List.of("pkeyutl", "-sign", "-rawin", "-in", Checksums.FILE), "-algorithm", "ed25519");
    }

    static VendorDesk ecdsa(Path desk) throws IOException {
        return with(
                desk,
                List.of("dgst", "-sha256", Checksums.FILE),
                "-algorithm",
                "EC",
                "-pkeyopt",
                "ec_paramgen_curve:P-256");
    }

    static VendorDesk rsa(Path desk) throws IOException {
        return rsa(desk, 2048);
    }

    static VendorDesk rsa(Path desk, int bits) throws IOException {
        return with(
                desk,
                List.of("dgst", "-sha256", Checksums.FILE),
                "-algorithm",
                "RSA",
                "-pkeyopt",
                "rsa_keygen_bits:" + bits);
    }

    static VendorDesk with(Path desk, List<String> signing, String... kind) throws IOException {
        Files.createDirectories(desk.resolve("inbox"));
        List<String> make = new ArrayList<>(List.of("openssl", "genpkey", "-out", KEY));
        make.addAll(List.of(kind));
        run(desk, make);
        run(desk, List.of("openssl", "pkey", "-in", KEY, "-pubout", "-out", PUBLIC));
        return new VendorDesk(desk, signing);
    }

    String publicKey() throws IOException {
        return Files.readString(desk.resolve(PUBLIC));
    }

    Unit.Vendor vendor() throws IOException {
        return new Unit.Vendor("Clearing House AG", inbox().toString(), publicKey());
    }

    Path inbox() {
        return desk.resolve("inbox");
    }

    /** Puts a signed delivery into the inbox. */
    Path deliver(String version, Map<String, String> files) throws IOException {
        Path delivery = Files.createDirectories(inbox().resolve(version));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = delivery.resolve(file.getKey());
            Files.createDirectories(path.resolve("..").normalize());
            Files.writeString(path, file.getValue());
        }
        List<String> sum = new ArrayList<>(List.of("sha256sum"));
        sum.addAll(new TreeMap<>(files).keySet());
        Files.write(delivery.resolve(Checksums.FILE), run(delivery, sum));
        sign(delivery);
        return delivery;
    }

    /** Signs the checksum file as it is now. */
    void sign(Path delivery) throws IOException {
        List<String> sign = new ArrayList<>(List.of("openssl", signing.getFirst()));
        sign.addAll(List.of(
                signing.getFirst().equals("dgst") ? "-sign" : "-inkey",
                desk.resolve(KEY).toString()));
        sign.addAll(List.of("-out", Checksums.SIGNATURE));
        sign.addAll(signing.subList(1, signing.size()));
        run(delivery, sign);
    }

    private static byte[] run(Path folder, List<String> line) throws IOException {
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(line + ": " + new String(output, StandardCharsets.UTF_8));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
