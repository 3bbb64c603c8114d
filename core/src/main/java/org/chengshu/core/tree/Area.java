package org.chengshu.core.tree;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;
import org.chengshu.kernel.geo.Position;
import tools.jackson.databind.JsonNode;

/**
 * A part of the city: the city itself, a district, street, community or grid. The path is materialised, from the root down
 * to this area, as in {@code /310000/310101/}. The boundary is a GeoJSON Polygon or MultiPolygon on WGS-84, whatever the
 * datum it came in; the centre lies within it. The boundary is not to be changed by its reader. {@code pack} is the pack
 * that the area belongs to; without one people look after it. The version grows with each change.
 */
public record Area(
        String code,
        Text name,
        String kind,
        Optional<String> parent,
        String path,
        Optional<JsonNode> boundary,
        Optional<Position> centre,
        Optional<Datum> datum,
        Optional<String> pack,
        int version) {
    public Area {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(boundary, "boundary");
        Objects.requireNonNull(centre, "centre");
        Objects.requireNonNull(datum, "datum");
        Objects.requireNonNull(pack, "pack");
    }

    /** An area without boundary that belongs to no pack. */
    public static Area of(String code, Text name, String kind, Optional<String> parent, String path) {
        return new Area(
                code,
                name,
                kind,
                parent,
                path,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** The same without its boundary, which may be large. */
    public Area bare() {
        return new Area(code, name, kind, parent, path, Optional.empty(), centre, datum, pack, version);
    }
}
