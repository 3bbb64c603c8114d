package org.chengshu.core.tree.internal.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.internal.nodes.Boundary;
import org.chengshu.kernel.geo.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** All areas at one moment, found by code or by a position. Not changed once made. */
final class AreaMap {
    private static final Comparator<Area> DEEPEST_FIRST =
            Comparator.comparingInt((Area area) -> -depth(area)).thenComparing(Area::path);

    private final List<Area> byPath;
    private final Map<String, Area> byCode = new HashMap<>();
    private final STRtree index = new STRtree();

    private record Shape(Area area, PreparedGeometry geometry) {}

    AreaMap(List<Area> areas) {
        byPath = areas.stream().sorted(Comparator.comparing(Area::path)).toList();
        byPath.forEach(area -> byCode.put(area.code(), area));
        byPath.forEach(area -> area.boundary().ifPresent(json -> insert(area, Boundary.read(json))));
        index.build();
    }

    private void insert(Area area, Geometry geometry) {
        index.insert(geometry.getEnvelopeInternal(), new Shape(area, PreparedGeometryFactory.prepare(geometry)));
    }

    List<Area> list() {
        return byPath;
    }

    Optional<Area> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<Area> at(Position position) {
        Point point = Boundary.GEOMETRY.createPoint(new Coordinate(position.longitude(), position.latitude()));
        List<?> near = index.query(point.getEnvelopeInternal());
        return near.stream()
                .map(Shape.class::cast)
                .filter(shape -> shape.geometry().covers(point))
                .map(Shape::area)
                .min(DEEPEST_FIRST);
    }

    private static int depth(Area area) {
        return (int) area.path().chars().filter(c -> c == '/').count();
    }
}
