package org.chengshu.data.capture;

import java.util.Base64;
import java.util.HexFormat;

/** Canonical text of values that replication tells as PostgreSQL prints them; the session is in UTC and ISO. Pure. */
final class Canonical {
    private static final int BOOL = 16;
    private static final int BYTEA = 17;
    private static final int TIMESTAMP = 1114;
    private static final int TIMESTAMPTZ = 1184;

    private Canonical() {}

    static String text(int type, String printed) {
        return switch (type) {
            case BOOL -> printed.equals("t") ? "true" : "false";
            case TIMESTAMP -> printed.replace(' ', 'T');
            case TIMESTAMPTZ -> printed.replace(' ', 'T').replaceFirst("\\+00(:00)?$", "Z");
            case BYTEA ->
                printed.startsWith("\\x")
                        ? Base64.getEncoder().encodeToString(HexFormat.of().parseHex(printed, 2, printed.length()))
                        : printed;
            default -> printed;
        };
    }
}
