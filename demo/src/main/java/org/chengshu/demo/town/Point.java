package org.chengshu.demo.town;

import java.util.List;

/** A place in degrees, WGS-84. */
public record Point(double longitude, double latitude) {
    private static final double PRECISION = 1e5;

    Point plus(double east, double north) {
        return new Point(longitude + east, latitude + north);
    }

    Point towards(Point other, double share) {
        return new Point(
                longitude + (other.longitude - longitude) * share, latitude + (other.latitude - latitude) * share);
    }

    /** As GeoJSON writes it, to about a metre. */
    public List<Double> coordinates() {
        return List.of(round(longitude), round(latitude));
    }

    private static double round(double degrees) {
        return Math.round(degrees * PRECISION) / PRECISION;
    }
}
