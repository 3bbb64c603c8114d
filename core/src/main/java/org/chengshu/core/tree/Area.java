package org.chengshu.core.tree;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import tools.jackson.databind.JsonNode;

/**
 * A part of the city: the city itself, a district, street, community or grid. The path is materialised, from the root down
 * to this area, as in {@code /310000/310101/}. The boundary is a GeoJSON Polygon or MultiPolygon on WGS-84; the centre lies
 * within it. The boundary is not to be changed by its reader.
 */
public record Area(
        String code,
        Text name,
        String kind,
        Optional<String> parent,
        String path,
        Optional<JsonNode> boundary,
        Optional<Position> centre) {
    public Area {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(boundary, "boundary");
        Objects.requireNonNull(centre, "centre");
    }
}
