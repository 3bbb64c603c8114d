package org.chengshu.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.demo.town.Point;
import org.chengshu.demo.town.Town;

/** What the demonstration's map shows besides its areas: main roads and the river, as GeoJSON in WGS-84. */
public final class DemoScenery {
    private DemoScenery() {}

    public static Map<String, Object> geoJson(DemoOptions options) {
        Town town = Town.of(options.seed(), options.devices());
        List<Map<String, Object>> features = new ArrayList<>();
        town.roads().forEach(road -> features.add(line("road", road)));
        features.add(line("river", town.river()));
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private static Map<String, Object> line(String kind, List<Point> points) {
        return Map.of(
                "type",
                "Feature",
                "properties",
                Map.of("kind", kind),
                "geometry",
                Map.of(
                        "type",
                        "LineString",
                        "coordinates",
                        points.stream().map(Point::coordinates).toList()));
    }
}
