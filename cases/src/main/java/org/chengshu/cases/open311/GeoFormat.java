package org.chengshu.cases.open311;

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

    /** The format that an address asks for; XML when it does not say. */
    static GeoFormat ofPath(String path) {
        return path.endsWith(".json") ? JSON : XML;
    }
}
