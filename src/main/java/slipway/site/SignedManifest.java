package slipway.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A site manifest in the envelope of DSSE (github.com/secure-systems-lab/dsse): type and payload under one Ed25519
 * signature, so that anybody can check it with the public key and openssl.
 */
public record SignedManifest(String payloadType, String payload, String keyId, String signature) {
    public static final String TYPE = "application/vnd.slipway.site-manifest+text";

    private static final ObjectMapper JSON = new ObjectMapper();

    static SignedManifest of(SiteManifest manifest, SigningKey key) {
        byte[] payload = manifest.text().getBytes(StandardCharsets.UTF_8);
        return new SignedManifest(TYPE, base64(payload), key.id(), base64(key.sign(authenticated(TYPE, payload))));
    }

    /** Reads the envelope's JSON; an {@link IllegalArgumentException} when it is none. */
    public static SignedManifest parse(String json) {
        try {
            JsonNode envelope = JSON.readTree(json);
            JsonNode signatures = envelope.path("signatures");
            if (signatures.size() != 1) {
                throw new IllegalArgumentException("the envelope has " + signatures.size() + " signatures, not one");
            }
            return new SignedManifest(
                    text(envelope, "payloadType"),
                    text(envelope, "payload"),
                    text(signatures.get(0), "keyid"),
                    text(signatures.get(0), "sig"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the envelope is no JSON", e);
        }
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException("the envelope has no text '" + name + "'");
        }
        return node.path(name).asText();
    }

    /** The envelope for transport. */
    public String json() {
        ObjectNode envelope =
                JSON.createObjectNode().put("payloadType", payloadType).put("payload", payload);
        envelope.putArray("signatures").addObject().put("keyid", keyId).put("sig", signature);
        return envelope.toString();
    }

    /** What was signed; an {@link IllegalArgumentException} when it is no site manifest. */
    SiteManifest manifest() {
        return SiteManifest.parse(new String(content(), StandardCharsets.UTF_8));
    }

    byte[] content() {
        return Base64.getDecoder().decode(payload);
    }

    byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }

    /** What the signature is made of: DSSE's pre-authentication encoding of type and payload. */
    public byte[] authenticated() {
        return authenticated(payloadType, content());
    }

    private static byte[] authenticated(String type, byte[] payload) {
        byte[] head = ("DSSEv1 " + type.getBytes(StandardCharsets.UTF_8).length + " " + type + " " + payload.length
                        + " ")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + payload.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(payload, 0, all, head.length, payload.length);
        return all;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
