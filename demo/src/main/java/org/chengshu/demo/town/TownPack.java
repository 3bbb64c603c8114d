package org.chengshu.demo.town;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The town as an ordinary pack: its areas and devices are generated, its overlay of short durations is a file beside this
 * class. JSON is YAML, so the generated files are written as JSON.
 */
public final class TownPack {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> OVERLAY =
            List.of("pack.yaml", "overlay.yaml", "notices.yaml", "mappings/history.yaml");

    private TownPack() {}

    public static Map<String, String> files(Town town) {
        Map<String, String> files = new LinkedHashMap<>();
        OVERLAY.forEach(name -> files.put(name, resource(name)));
        files.put(
                "areas.yaml",
                JSON.writeValueAsString(Map.of(
                        "areas", town.places().stream().map(TownPack::area).toList())));
        files.put(
                "devices.yaml",
                JSON.writeValueAsString(Map.of(
                        "devices", town.gadgets().stream().map(TownPack::device).toList())));
        return files;
    }

    private static Map<String, Object> area(Place place) {
        Map<String, Object> area = new LinkedHashMap<>();
        area.put("code", place.code());
        area.put("name", place.name());
        area.put("kind", place.kind());
        place.parent().ifPresent(parent -> area.put("parent", parent));
        List<List<Double>> ring =
                place.outline().stream().map(Point::coordinates).toList();
        area.put("boundary", Map.of("type", "Polygon", "coordinates", List.of(ring)));
        return area;
    }

    private static Map<String, Object> device(Gadget gadget) {
        Map<String, Object> device = new LinkedHashMap<>();
        device.put("code", gadget.code());
        device.put("product", gadget.sort().product());
        device.put("title", gadget.title());
        device.put("area", gadget.area());
        device.put("position", gadget.point().coordinates());
        device.put("owner", gadget.sort().owner());
        return device;
    }

    private static String resource(String name) {
        try (InputStream in = TownPack.class.getResourceAsStream("/demo-pack/" + name)) {
            if (in == null) {
                throw new IOException("the demonstration's pack lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
