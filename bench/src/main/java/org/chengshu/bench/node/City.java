package org.chengshu.bench.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.load.Payloads;
import tools.jackson.databind.JsonNode;

/** The city of the benches: one product, its rules, its stations, put on a node as an operator would. */
public final class City {
    public static final String PRODUCT = "bench-station";
    private static final int AT_ONCE = 5_000;

    private final NodeProcess node;
    private final int devices;

    private City(NodeProcess node, int devices) {
        this.node = node;
        this.devices = devices;
    }

    /** Puts it on a node that does not have it. */
    public static City on(NodeProcess node, int devices, int rules) {
        City city = new City(node, devices);
        city.applyPack(rules);
        city.register();
        return city;
    }

    /** Applies the pack anew, with so many rules. */
    public void applyPack(int rules) {
        node.post("/api/core/v1/packs", Map.of("files", BenchPack.files(rules)));
    }

    private void register() {
        for (int from = 0; from < devices; from += AT_ONCE) {
            List<Map<String, Object>> some = new ArrayList<>();
            for (int i = from; i < Math.min(devices, from + AT_ONCE); i++) {
                some.add(Map.of("code", code(i), "product", PRODUCT, "title", title(i)));
            }
            node.post("/api/sense/v1/devices", some);
        }
    }

    private static Map<String, String> title(int device) {
        return Map.of("zh", "测站 " + device, "en", "Station " + device);
    }

    public static String code(int device) {
        return Payloads.code(device);
    }

    public int devices() {
        return devices;
    }

    /** A token for each of the first so many devices, in their order. */
    public List<String> tokens(int count) {
        Map<String, String> byDevice = new LinkedHashMap<>();
        for (int from = 0; from < count; from += AT_ONCE) {
            List<String> codes = IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(City::code)
                    .toList();
            for (JsonNode issued : node.post("/api/sense/v1/devices/tokens", Map.of("devices", codes))) {
                byDevice.put(
                        issued.path("device").asString(), issued.path("token").asString());
            }
        }
        return IntStream.range(0, count)
                .mapToObj(device -> byDevice.get(code(device)))
                .toList();
    }
}
