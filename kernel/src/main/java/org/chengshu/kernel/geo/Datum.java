package org.chengshu.kernel.geo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The frame in which somebody else's coordinates are written. Chengshu itself keeps WGS-84 only. {@code CGCS2000} differs
 * from it by less than what a map shows (both are within some centimetres of ITRF; GB 22021) and is taken as it is;
 * {@code GCJ02} is the shifted frame of public Chinese maps, {@code BD09} is Baidu's second shift on top of it.
 */
public enum Datum {
    WGS84,
    CGCS2000,
    GCJ02,
    BD09;

    /** The name on the wire: {@code wgs84}, {@code cgcs2000}, {@code gcj02}, {@code bd09}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name in any case, with or without a dash. */
    public static Optional<Datum> find(String word) {
        String plain = word.replace("-", "").strip();
        return Arrays.stream(values())
                .filter(datum -> datum.name().equalsIgnoreCase(plain))
                .findFirst();
    }

    /** All names, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Datum::word).collect(Collectors.joining(", "));
    }

    /** The same place on the earth in WGS-84; see {@link Datums}. */
    public Position toWgs84(Position position) {
        return switch (this) {
            case WGS84, CGCS2000 -> position;
            case GCJ02 -> Datums.gcj02ToWgs84(position);
            case BD09 -> Datums.bd09ToWgs84(position);
        };
    }
}
