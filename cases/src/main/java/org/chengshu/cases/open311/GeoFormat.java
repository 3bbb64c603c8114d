package org.chengshu.cases.open311;

import java.util.Locale;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;

/** The formats of answers; XML is the one that every client reads. */
enum GeoFormat {
    XML("text/xml; charset=utf-8"),
    JSON("application/json; charset=utf-8");

    private final String type;

    GeoFormat(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    static GeoFormat ofWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "xml" -> XML;
            case "json" -> JSON;
            default -> throw new Fault(CaseError.OPEN311_WRONG, "the format is xml or json, not " + word);
        };
    }

    /** The format that an address asks for; XML when it does not say. */
    static GeoFormat ofPath(String path) {
        return path.endsWith(".json") ? JSON : XML;
    }
}
