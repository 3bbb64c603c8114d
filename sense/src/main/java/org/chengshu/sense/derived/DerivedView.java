package org.chengshu.sense.derived;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A derived series as people see it. */
record DerivedView(String id, String product, String property, String formula, List<WindowView> windows) {
    record WindowView(String name, String of, String take, String over) {}

    static DerivedView of(JsonNode json) {
        List<WindowView> windows = json.path("windows")
                .valueStream()
                .map(one -> new WindowView(
                        one.get("name").stringValue(),
                        one.get("of").stringValue(),
                        one.get("take").stringValue(),
                        one.get("over").stringValue()))
                .toList();
        return new DerivedView(
                json.get("id").stringValue(),
                json.get("product").stringValue(),
                json.get("property").stringValue(),
                json.get("formula").stringValue(),
                windows);
    }
}
