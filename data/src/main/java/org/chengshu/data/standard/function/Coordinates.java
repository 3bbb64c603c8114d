package org.chengshu.data.standard.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.Standardised;
import org.chengshu.kernel.geo.Datum;
import org.chengshu.kernel.geo.Position;

/** A position as {@code longitude,latitude} in WGS-84 with six decimals, a decimetre. */
final class Coordinates implements Function<String, Standardised> {
    private static final Pattern ONE =
            Pattern.compile("(东经|西经|北纬|南纬|[EWNSewns](?=[\\s:]?\\d))?\\s*:?\\s*([+-]?\\d{1,3}(?:\\.\\d{1,15})?)"
                    + "(?:\\s*[°度]\\s*(?:(\\d{1,2}(?:\\.\\d{1,12})?)\\s*['′’分]\\s*)?(?:(\\d{1,2}(?:\\.\\d{1,12})?)\\s*(?:[\"″”秒]|'')\\s*)?)?"
                    + "\\s*([EWNSewns](?![A-Za-z]))?");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;/、()]*|POINT\\s*\\(\\s*", Pattern.CASE_INSENSITIVE);
    private static final int DECIMALS = 6;
    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    /** @param axis 'x', 'y', or '?' when it is not written */
    private record Angle(double degrees, char axis) {}

    private final Datum datum;

    Coordinates(StandardOptions options) {
        this.datum =
                Datum.find(options.get("datum")).orElseThrow(() -> options.refused("datum", "one of " + Datum.words()));
    }

    @Override
    public Standardised apply(String delivered) {
        Optional<List<Angle>> angles = angles(Characters.half(delivered));
        if (angles.isEmpty() || angles.get().size() != 2) {
            return Standardised.problem("NOT_A_POSITION", "不是经纬度", "not a longitude and a latitude");
        }
        return ordered(angles.get().get(0), angles.get().get(1));
    }

    private static Optional<List<Angle>> angles(String text) {
        List<Angle> found = new ArrayList<>(2);
        Matcher one = ONE.matcher(text);
        int at = 0;
        while (found.size() < 3 && one.find(at)) {
            if (!BETWEEN.matcher(text.substring(at, one.start())).matches()) {
                return Optional.empty();
            }
            found.add(angle(one));
            at = one.end();
        }
        return BETWEEN.matcher(text.substring(at)).matches() ? Optional.of(found) : Optional.empty();
    }

    private static Angle angle(Matcher one) {
        String word = one.group(1) == null ? one.group(5) == null ? "" : one.group(5) : one.group(1);
        double whole = Double.parseDouble(one.group(2));
        double rest = part(one.group(3)) / 60 + part(one.group(4)) / 3600;
        double degrees = whole < 0 ? whole - rest : whole + rest;
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "东经", "E" -> new Angle(degrees, 'x');
            case "西经", "W" -> new Angle(-degrees, 'x');
            case "北纬", "N" -> new Angle(degrees, 'y');
            case "南纬", "S" -> new Angle(-degrees, 'y');
            default -> new Angle(degrees, '?');
        };
    }

    private static double part(String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }

    private Standardised ordered(Angle one, Angle two) {
        if (one.axis != '?' && one.axis == two.axis) {
            return Standardised.problem("ORDER", "两个都是经度或都是纬度", "two longitudes or two latitudes");
        }
        if (one.axis == 'x' || two.axis == 'y') {
            return placed(one.degrees, two.degrees);
        }
        if (one.axis == 'y' || two.axis == 'x') {
            return placed(two.degrees, one.degrees);
        }
        boolean oneIsX = isChinese(one.degrees, two.degrees) || Math.abs(one.degrees) > MOST_LATITUDE;
        boolean twoIsX = isChinese(two.degrees, one.degrees) || Math.abs(two.degrees) > MOST_LATITUDE;
        if (oneIsX == twoIsX) {
            return Standardised.problem("ORDER", "经度与纬度的顺序无法判断", "which is the longitude cannot be told");
        }
        return oneIsX ? placed(one.degrees, two.degrees) : placed(two.degrees, one.degrees);
    }

    private static boolean isChinese(double longitude, double latitude) {
        return longitude > 72 && longitude < 138 && latitude > 0.8 && latitude < 56;
    }

    private Standardised placed(double longitude, double latitude) {
        if (Math.abs(longitude) > MOST_LONGITUDE || Math.abs(latitude) > MOST_LATITUDE) {
            return Standardised.problem(
                    "OUT_OF_RANGE", "经度不超过 180，纬度不超过 90", "a longitude is within 180, a latitude within 90");
        }
        Position there = datum.toWgs84(new Position(longitude, latitude));
        String x = rounded(there.longitude());
        String y = rounded(there.latitude());
        return Standardised.of(x + "," + y, Map.of("lon", x, "lat", y));
    }

    private static String rounded(double degrees) {
        return Numbers.plain(BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
