package org.chengshu.wire;

import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** The one place that sets up the JSON library: strict JSON, except that NaN is read in order to be refused by name. */
final class Json {
    /** Lengths are our own business, value by value; only depth must stop the parser. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(Telemetry.MAX_DEPTH)
            .maxNumberLength(Telemetry.MAX_BYTES)
            .maxStringLength(Telemetry.MAX_BYTES)
            .maxNameLength(Telemetry.MAX_BYTES)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final int DETAIL = 160;

    private Json() {}

    /** Lets {@code reader} read from the first token; whatever breaks becomes the one fault of the message. */
    static void read(byte[] json, Faults faults, Consumer<JsonParser> reader) {
        if (json.length > Telemetry.MAX_BYTES) {
            faults.fatal(WireFault.Kind.TOO_LARGE, json.length + " bytes, at most " + Telemetry.MAX_BYTES);
            return;
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == null) {
                faults.fatal(WireFault.Kind.NOT_JSON, "no content");
                return;
            }
            reader.accept(parser);
            if (!faults.isFatal() && parser.nextToken() != null) {
                faults.fatal(WireFault.Kind.NOT_JSON, "more content after the end");
            }
        } catch (StreamConstraintsException e) {
            faults.fatal(WireFault.Kind.TOO_DEEP, "nested deeper than " + Telemetry.MAX_DEPTH);
        } catch (JacksonException e) {
            faults.fatal(WireFault.Kind.NOT_JSON, Texts.brief(e.getOriginalMessage(), DETAIL));
        }
    }

    static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    static boolean isObject(JsonParser parser) {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    static boolean isArray(JsonParser parser) {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }
}
