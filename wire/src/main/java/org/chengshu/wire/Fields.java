package org.chengshu.wire;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The values of one object on the wire, good ones by name and faults beside them. */
final class Fields {
    /** A fault together with the name under which it was found. */
    record Named(String name, WireFault fault) {}

    private final Place place;
    private final Values values = new Values();
    private final List<Named> faults = new ArrayList<>(0);
    private int seen;

    Fields(Place place) {
        this.place = place;
    }

    Values values() {
        return values;
    }

    List<Named> faults() {
        return faults;
    }

    /** Reads a whole object whose start is the current token. */
    static Fields readObject(JsonParser parser, Place place) {
        Fields fields = new Fields(place);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            fields.read(name, parser.nextToken(), parser);
        }
        fields.end();
        return fields;
    }

    /** Takes the value at the current token. */
    void read(String name, JsonToken token, JsonParser parser) {
        seen++;
        if (seen > Telemetry.MAX_VALUES) {
            parser.skipChildren();
        } else if (!Texts.isName(name)) {
            parser.skipChildren();
            fault(WireFault.Kind.BAD_KEY, name, "a name is 1 to " + Telemetry.MAX_KEY + " printable characters");
        } else if (values.has(name)) {
            parser.skipChildren();
            fault(WireFault.Kind.DUPLICATE_KEY, name, "the first value stands");
        } else {
            readValue(name, token, parser);
        }
    }

    /** To be called after the last value. */
    void end() {
        if (seen > Telemetry.MAX_VALUES) {
            int beyond = seen - Telemetry.MAX_VALUES;
            String detail = seen + " values, at most " + Telemetry.MAX_VALUES;
            faults.add(new Named("", new WireFault(WireFault.Kind.TOO_MANY_VALUES, place.toString(), detail, beyond)));
        }
    }

    private void readValue(String name, JsonToken token, JsonParser parser) {
        switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber(name, parser);
            case VALUE_TRUE -> values.put(name, Value.of(true));
            case VALUE_FALSE -> values.put(name, Value.of(false));
            case VALUE_STRING -> readText(name, parser);
            case VALUE_NULL -> fault(WireFault.Kind.NULL_VALUE, name, "null is no value");
            default -> {
                parser.skipChildren();
                fault(WireFault.Kind.NESTED_VALUE, name, "a value is a number, true, false or a text");
            }
        }
    }

    private void readNumber(String name, JsonParser parser) {
        double number = parser.getDoubleValue();
        if (Double.isFinite(number)) {
            values.put(name, new Value.Num(number));
            return;
        }
        String written = parser.getString();
        boolean spelt = Character.isLetter(written.charAt(written.length() - 1));
        fault(
                spelt ? WireFault.Kind.NOT_FINITE : WireFault.Kind.OVERFLOW,
                name,
                Texts.brief(written, 32) + (spelt ? " is no finite number" : " is beyond a double"));
    }

    private void readText(String name, JsonParser parser) {
        String text = parser.getString();
        if (text.length() > Telemetry.MAX_TEXT) {
            fault(WireFault.Kind.TEXT_TOO_LONG, name, text.length() + " characters, at most " + Telemetry.MAX_TEXT);
        } else if (!Texts.isStorable(text)) {
            fault(WireFault.Kind.BAD_TEXT, name, "NUL or half a surrogate pair");
        } else {
            values.put(name, new Value.Str(text));
        }
    }

    private void fault(WireFault.Kind kind, String name, String detail) {
        faults.add(new Named(name, new WireFault(kind, place.field(name).toString(), detail)));
    }
}
