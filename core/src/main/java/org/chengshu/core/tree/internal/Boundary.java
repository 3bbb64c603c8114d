package org.chengshu.core.tree.internal;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.kernel.geo.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/** Reads a GeoJSON Polygon or MultiPolygon; anything else is an {@link IllegalArgumentException} that says why. */
final class Boundary {
    static final int WGS_84 = 4326;
    static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), WGS_84);

    private Boundary() {}

    static Geometry read(JsonNode json) {
        JsonNode coordinates = json.path("coordinates");
        Geometry geometry =
                switch (json.path("type").asString("")) {
                    case "Polygon" -> polygon(coordinates);
                    case "MultiPolygon" ->
                        GEOMETRY.createMultiPolygon(each(coordinates).stream()
                                .map(Boundary::polygon)
                                .toArray(Polygon[]::new));
                    default -> throw new IllegalArgumentException("a boundary is a Polygon or a MultiPolygon");
                };
        requireValid(geometry);
        return geometry;
    }

    private static void requireValid(Geometry geometry) {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (geometry.isEmpty() || error != null) {
            throw new IllegalArgumentException(
                    "the boundary is no area: " + (error == null ? "it is empty" : error.toString()));
        }
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = each(rings).stream().map(Boundary::ring).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a polygon has at least one ring");
        }
        return GEOMETRY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions) {
        return GEOMETRY.createLinearRing(
                each(positions).stream().map(Boundary::coordinate).toArray(Coordinate[]::new));
    }

    private static Coordinate coordinate(JsonNode pair) {
        if (!pair.path(0).isNumber() || !pair.path(1).isNumber()) {
            throw new IllegalArgumentException("a position is [longitude, latitude], not " + pair);
        }
        Position position = new Position(pair.path(0).asDouble(), pair.path(1).asDouble());
        return new Coordinate(position.longitude(), position.latitude());
    }

    private static List<JsonNode> each(JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("coordinates are lists of lists");
        }
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }
}
