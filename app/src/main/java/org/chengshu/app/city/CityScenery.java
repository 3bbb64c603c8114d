package org.chengshu.app.city;

import java.util.List;
import java.util.Map;

/** Lines that a city's map shows beneath everything else, as a GeoJSON feature collection in WGS-84. */
public record CityScenery(Map<String, Object> geoJson) {
    public CityScenery {
        geoJson = Map.copyOf(geoJson);
    }

    static CityScenery none() {
        return new CityScenery(Map.of("type", "FeatureCollection", "features", List.of()));
    }
}
