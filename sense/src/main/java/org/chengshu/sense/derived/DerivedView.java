package org.chengshu.sense.derived;

import java.util.List;
import java.util.Optional;
import org.chengshu.sense.derived.reckon.DerivedCompiler;
import tools.jackson.databind.JsonNode;

/** A derived series as people see it. */
record DerivedView(
        String id, String product, String property, String formula, List<WindowView> windows, List<OtherView> others) {
    record WindowView(String name, String of, String take, String over) {}

    /** One of device, group and area says whose. */
    record OtherView(
            String name,
            Optional<String> device,
            Optional<String> group,
            Optional<String> area,
            String product,
            String of,
            String take,
            String maxAge) {}

    static DerivedView of(JsonNode json) {
        List<WindowView> windows = json.path("windows")
                .valueStream()
                .map(one -> new WindowView(
                        one.get("name").stringValue(),
                        one.get("of").stringValue(),
                        one.get("take").stringValue(),
                        one.get("over").stringValue()))
                .toList();
        List<OtherView> others =
                json.path("others").valueStream().map(one -> other(json, one)).toList();
        return new DerivedView(
                json.get("id").stringValue(),
                json.get("product").stringValue(),
                json.get("property").stringValue(),
                json.get("formula").stringValue(),
                windows,
                others);
    }

    private static OtherView other(JsonNode json, JsonNode one) {
        return new OtherView(
                one.get("name").stringValue(),
                text(one, "device"),
                text(one, "group"),
                text(one, "area"),
                one.path("product").asString(json.get("product").stringValue()),
                one.get("of").stringValue(),
                one.path("take").asString(DerivedCompiler.USUAL_TAKE),
                one.get("maxAge").stringValue());
    }

    private static Optional<String> text(JsonNode one, String name) {
        return Optional.ofNullable(one.get(name)).map(JsonNode::stringValue);
    }
}
