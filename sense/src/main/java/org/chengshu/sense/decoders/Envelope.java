package org.chengshu.sense.decoders;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.chengshu.sense.decoders.JsonPath.Found;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.WireFault.Kind;
import tools.jackson.databind.JsonNode;

/** How a frame comes: as it is, as text, or as a text in a JSON document, as network servers pass it on. Immutable. */
record Envelope(Coding coding, Optional<JsonPath> path) {
    static final Envelope NONE = new Envelope(Coding.RAW, Optional.empty());

    enum Coding {
        RAW,
        HEX,
        BASE64
    }

    /** The bytes, and the document they came in. */
    record Opened(byte[] bytes, Optional<Found> document) {}

    Optional<Opened> open(byte[] payload, Draft draft) {
        if (payload.length > Telemetry.MAX_BYTES) {
            draft.fault(Kind.TOO_LARGE, "@0", payload.length + " bytes, at most " + Telemetry.MAX_BYTES);
            return Optional.empty();
        }
        if (path.isPresent()) {
            return Documents.read(payload, draft).flatMap(document -> inside(document, draft));
        }
        if (coding == Coding.RAW) {
            return Optional.of(new Opened(payload, Optional.empty()));
        }
        return bytes(new String(payload, StandardCharsets.ISO_8859_1), "$", draft)
                .map(bytes -> new Opened(bytes, Optional.empty()));
    }

    private Optional<Opened> inside(JsonNode document, Draft draft) {
        Found root = new Found(document, JsonDecoder.ROOT);
        Optional<Found> found = path.orElseThrow().find(root, root);
        if (found.isEmpty() || !found.get().node().isString()) {
            draft.fault(Kind.MISSING, path.orElseThrow().place(root, root), "the frame is not there as a text");
            return Optional.empty();
        }
        return bytes(found.get().node().stringValue(), found.get().place(), draft)
                .map(bytes -> new Opened(bytes, Optional.of(root)));
    }

    private Optional<byte[]> bytes(String text, String place, Draft draft) {
        try {
            String dense = text.replaceAll("\\s", "");
            return Optional.of(
                    coding == Coding.HEX
                            ? HexFormat.of().parseHex(dense)
                            : Base64.getDecoder().decode(dense));
        } catch (IllegalArgumentException e) {
            draft.fault(Kind.BAD_ENCODING, place, "this is no " + (coding == Coding.HEX ? "hexadecimal" : "base64"));
            return Optional.empty();
        }
    }
}
