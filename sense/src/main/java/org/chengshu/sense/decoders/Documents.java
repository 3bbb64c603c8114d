package org.chengshu.sense.decoders;

import java.util.Optional;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.WireFault.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a payload as a JSON document, within limits. */
final class Documents {
    static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 400;
    private static final int DETAIL = 160;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(Telemetry.MAX_BYTES)
                            .maxNameLength(Telemetry.MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Documents() {}

    static Optional<JsonNode> read(byte[] payload, Draft draft) {
        if (payload.length > Telemetry.MAX_BYTES) {
            draft.fault(Kind.TOO_LARGE, "$", payload.length + " bytes, at most " + Telemetry.MAX_BYTES);
            return Optional.empty();
        }
        try {
            JsonNode read = MAPPER.readTree(payload);
            if (read == null || read.isMissingNode()) {
                draft.fault(Kind.NOT_JSON, "$", "no content");
                return Optional.empty();
            }
            return Optional.of(read);
        } catch (StreamConstraintsException e) {
            draft.fault(Kind.TOO_DEEP, "$", "nested deeper than " + DEEPEST + ", or a number too long");
        } catch (JacksonException e) {
            String why = String.valueOf(e.getOriginalMessage());
            draft.fault(Kind.NOT_JSON, "$", why.substring(0, Math.min(why.length(), DETAIL)));
        }
        return Optional.empty();
    }

    /** A Double, Boolean or String; nothing for objects, arrays and numbers beyond a double. */
    static Optional<Object> scalar(JsonNode node) {
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        if (node.isString()) {
            return Optional.of(node.stringValue());
        }
        return node.isNumber()
                ? Optional.of(node.asDouble(Double.NaN))
                        .filter(Double::isFinite)
                        .map(one -> one)
                : Optional.empty();
    }
}
