package org.chengshu.kernel.geo;

import java.util.function.UnaryOperator;

/**
 * Between WGS-84 and the shifted frames of Chinese maps. No authority publishes the shifts; these are the formulas that
 * the field knows from the open "eviltransform" and "coordtransform" implementations: a sum of sines over the offset from
 * 105 E 35 N, scaled on the Krasovsky 1940 ellipsoid, and Baidu's polar shift. Both hold within a box around China
 * (72.004..137.8347 E, 0.8293..55.8271 N) and change nothing outside it; that includes the places beyond the border
 * which lie in the box. The ways back are found by iteration and are good to a millimetre against the way there. Pure,
 * safe for many threads.
 */
public final class Datums {
    private static final double WEST = 72.004;
    private static final double EAST = 137.8347;
    private static final double SOUTH = 0.8293;
    private static final double NORTH = 55.8271;

    private static final double MIDDLE_LONGITUDE = 105;
    private static final double MIDDLE_LATITUDE = 35;
    private static final double KRASOVSKY_AXIS_M = 6_378_245;
    private static final double KRASOVSKY_ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double HALF_TURN = 180;

    private static final double BAIDU_STEPS = Math.PI * 3000 / HALF_TURN;
    private static final double BAIDU_EAST = 0.0065;
    private static final double BAIDU_NORTH = 0.006;

    private static final double EARTH_RADIUS_M = 6_371_008.8;
    // A hundredth of a millimetre; each round shrinks the error at least a hundredfold.
    private static final double GOOD_DEGREES = 1e-10;
    private static final int MOST_ROUNDS = 20;

    private Datums() {}

    /** Whether the shifted frames differ from WGS-84 there. */
    public static boolean inChina(Position position) {
        return position.longitude() > WEST
                && position.longitude() < EAST
                && position.latitude() > SOUTH
                && position.latitude() < NORTH;
    }

    public static Position wgs84ToGcj02(Position wgs) {
        return inChina(wgs) ? shifted(wgs) : wgs;
    }

    public static Position gcj02ToWgs84(Position gcj) {
        return inChina(gcj) ? back(gcj, Datums::shifted) : gcj;
    }

    public static Position wgs84ToBd09(Position wgs) {
        return inChina(wgs) ? baidu(shifted(wgs)) : wgs;
    }

    public static Position bd09ToWgs84(Position bd) {
        return inChina(bd) ? back(back(bd, Datums::baidu), Datums::shifted) : bd;
    }

    /** The way between two places along the mean sphere, good to half a percent. */
    public static double metresBetween(Position one, Position other) {
        double north = Math.toRadians(other.latitude() - one.latitude());
        double east = Math.toRadians(other.longitude() - one.longitude());
        double half = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * square(Math.sin(east / 2));
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    private static Position back(Position there, UnaryOperator<Position> way) {
        Position guess = there;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Position tried = way.apply(guess);
            double east = there.longitude() - tried.longitude();
            double north = there.latitude() - tried.latitude();
            guess = new Position(guess.longitude() + east, guess.latitude() + north);
            if (Math.abs(east) < GOOD_DEGREES && Math.abs(north) < GOOD_DEGREES) {
                break;
            }
        }
        return guess;
    }

    private static Position shifted(Position wgs) {
        double x = wgs.longitude() - MIDDLE_LONGITUDE;
        double y = wgs.latitude() - MIDDLE_LATITUDE;
        double latitude = Math.toRadians(wgs.latitude());
        double flat = 1 - KRASOVSKY_ECCENTRICITY_SQUARED * square(Math.sin(latitude));
        double metresNorth = KRASOVSKY_AXIS_M * (1 - KRASOVSKY_ECCENTRICITY_SQUARED) / (flat * Math.sqrt(flat));
        double metresEast = KRASOVSKY_AXIS_M / Math.sqrt(flat) * Math.cos(latitude);
        return new Position(
                wgs.longitude() + Math.toDegrees(east(x, y) / metresEast),
                wgs.latitude() + Math.toDegrees(north(x, y) / metresNorth));
    }

    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + ripple(x)
                + waves(x, 20, 1, 40, 3)
                + waves(x, 150, 12, 300, 30);
    }

    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + ripple(x)
                + waves(y, 20, 1, 40, 3)
                + waves(y, 160, 12, 320, 30);
    }

    private static double ripple(double x) {
        return waves(6 * x, 20, 1, 0, 1) + waves(2 * x, 20, 1, 0, 1);
    }

    /** Two thirds of two sine waves of half-length {@code one} and {@code other} degrees. */
    private static double waves(double at, double high, double one, double higher, double other) {
        return (high * Math.sin(at / one * Math.PI) + higher * Math.sin(at / other * Math.PI)) * 2 / 3;
    }

    private static Position baidu(Position gcj) {
        double x = gcj.longitude();
        double y = gcj.latitude();
        double far = Math.hypot(x, y) + 0.00002 * Math.sin(y * BAIDU_STEPS);
        double turn = Math.atan2(y, x) + 0.000003 * Math.cos(x * BAIDU_STEPS);
        return new Position(far * Math.cos(turn) + BAIDU_EAST, far * Math.sin(turn) + BAIDU_NORTH);
    }

    private static double square(double x) {
        return x * x;
    }
}
