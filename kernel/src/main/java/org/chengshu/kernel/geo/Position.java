package org.chengshu.kernel.geo;

/** A point on the earth in degrees of WGS-84: longitude east, latitude north. Immutable. */
public record Position(double longitude, double latitude) {
    private static final double MAX_LONGITUDE = 180;
    private static final double MAX_LATITUDE = 90;

    public Position {
        requireWithin(longitude, MAX_LONGITUDE, "longitude");
        requireWithin(latitude, MAX_LATITUDE, "latitude");
    }

    private static void requireWithin(double degrees, double max, String name) {
        if (!(degrees >= -max && degrees <= max)) {
            throw new IllegalArgumentException(name + " must be within " + -max + ".." + max + ", not " + degrees);
        }
    }
}
