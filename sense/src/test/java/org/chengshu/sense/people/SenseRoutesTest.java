package org.chengshu.sense.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.http.Route;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker;
import org.chengshu.sense.testing.SenseWorld;
import org.springframework.beans.factory.annotation.Autowired;

@SenseTest
class SenseRoutesTest extends RouteAccessContract {
    @Autowired
    SenseWorld world;

    @Override
    protected List<String> modulePaths() {
        return List.of("/api/sense/");
    }

    @Override
    protected SampleMaker samples() {
        return (route, district) -> {
            String product = world.freshProduct();
            String code = world.freshDevice(product, district.code());
            Map<String, Object> description =
                    Map.of("product", product, "title", Map.of("zh", "站", "en", "Station"), "area", district.code());
            Map<String, String> names = Map.of("code", code, "property", "level", "id", idFor(route, code));
            Sample sample = new Sample(names, "", code, bodyFor(route, description));
            return Optional.of(
                    switch (route.path()) {
                        case "/api/sense/v1/readings", "/api/sense/v1/readings.csv", "/api/sense/v1/readings.xlsx" ->
                            sample.asking("?series=" + code + ":level");
                        case "/api/sense/v1/latest" -> sample.asking("?device=" + code);
                        case "/api/sense/v1/devices/{code}/erasures" ->
                            sample.with(Map.of(
                                    "from", "2020-01-01T00:00:00Z", "to", "2020-01-02T00:00:00Z", "reason", "test"));
                        default -> sample;
                    });
        };
    }

    private String idFor(Route route, String code) {
        return route.path().endsWith("/commands/{id}") ? String.valueOf(world.oldCommand(code)) : "none";
    }

    private static Object bodyFor(Route route, Map<String, Object> description) {
        return switch (route.path()) {
            case "/api/sense/v1/devices/{code}/commands" -> Map.of("name", "switch", "arguments", Map.of("on", true));
            case "/api/sense/v1/devices/{code}/state" -> Map.of("desired", Map.of("level", 5));
            default -> description;
        };
    }
}
