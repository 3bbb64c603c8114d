package org.chengshu.core.tree.internal.nodes;

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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a GeoJSON Polygon or MultiPolygon; anything else is an {@link IllegalArgumentException} that says why. */
public final class Boundary {
    public static final int WGS_84 = 4326;
    public static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), WGS_84);
    static final String POLYGON = "Polygon";
    static final String MULTI_POLYGON = "MultiPolygon";
    private static final int SHORTEST_RING = 3;

    private Boundary() {}

    public static Geometry read(JsonNode json) {
        Geometry geometry = parse(json);
        String wrong = whatIsWrong(geometry);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("the boundary is no area: " + wrong);
        }
        return geometry;
    }

    /** As written, which may cross itself. A ring that does not end where it began is closed. */
    static Geometry parse(JsonNode json) {
        JsonNode coordinates = json.path("coordinates");
        return switch (json.path("type").asString("")) {
            case POLYGON -> polygon(coordinates);
            case MULTI_POLYGON ->
                GEOMETRY.createMultiPolygon(
                        each(coordinates).stream().map(Boundary::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException("a boundary is a Polygon or a MultiPolygon");
        };
    }

    /** Why it encloses no area; nothing when it does. */
    static String whatIsWrong(Geometry geometry) {
        if (geometry.isEmpty()) {
            return "it is empty";
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        return error == null ? "" : error.toString();
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = each(rings).stream().map(Boundary::ring).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a polygon has at least one ring");
        }
        return GEOMETRY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions) {
        List<Coordinate> ring = new ArrayList<>(
                each(positions).stream().map(Boundary::coordinate).toList());
        if (ring.size() < SHORTEST_RING) {
            throw new IllegalArgumentException("a ring has at least three corners, not " + ring.size());
        }
        if (!ring.getFirst().equals2D(ring.getLast())) {
            ring.add(ring.getFirst());
        }
        return GEOMETRY.createLinearRing(ring.toArray(Coordinate[]::new));
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

    /** Writes polygons as GeoJSON; one alone as a Polygon. */
    static JsonNode write(Geometry geometry) {
        List<JsonNode> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(rings(polygon));
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (polygons.size() == 1) {
            return json.put("type", POLYGON).set("coordinates", polygons.getFirst());
        }
        return json.put("type", MULTI_POLYGON)
                .set("coordinates", JsonNodeFactory.instance.arrayNode().addAll(polygons));
    }

    private static ArrayNode rings(Polygon polygon) {
        ArrayNode rings = JsonNodeFactory.instance.arrayNode().add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static ArrayNode ring(LinearRing ring) {
        ArrayNode positions = JsonNodeFactory.instance.arrayNode();
        for (Coordinate corner : ring.getCoordinates()) {
            positions.addArray().add(corner.x).add(corner.y);
        }
        return positions;
    }
}
