package org.chengshu.cases.kinds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Severity;
import tools.jackson.databind.JsonNode;

/** Reads the times of a case kind as its pack wrote them; a text is the usual time, an object says more. */
final class ClockPlanJson {
    private static final String WORKING = "working";

    private ClockPlanJson() {}

    static ClockPlan read(JsonNode json) {
        Map<String, ClockPlan.Allowance> allowances = new HashMap<>();
        json.path("deadlines")
                .properties()
                .forEach(entry -> allowances.put(entry.getKey(), allowance(entry.getValue(), counts(json))));
        return new ClockPlan(
                allowances,
                calendar(json),
                json.at("/clock/yellow").asInt(ClockPlan.USUAL_YELLOW),
                json.at("/clock/red").asInt(ClockPlan.USUAL_RED));
    }

    static String calendar(JsonNode json) {
        return json.at("/clock/calendar").asString(ClockPlan.USUAL_CALENDAR);
    }

    /** Every time of the kind with its JSON pointer. */
    static List<String> pointers(JsonNode json) {
        List<String> pointers = new ArrayList<>();
        json.path("deadlines").properties().forEach(entry -> {
            String pointer = "/deadlines/" + entry.getKey();
            if (entry.getValue().isString()) {
                pointers.add(pointer);
            } else {
                inside(entry.getValue()).forEach(name -> pointers.add(pointer + "/" + name));
            }
        });
        return pointers;
    }

    private static String counts(JsonNode json) {
        return json.at("/clock/counts").asString("calendar");
    }

    private static ClockPlan.Allowance allowance(JsonNode json, String usualCounts) {
        if (json.isString()) {
            return new ClockPlan.Allowance(limit(json, usualCounts), Map.of());
        }
        String counts = json.path("counts").asString(usualCounts);
        Map<Severity, TimeLimit> bySeverity = new HashMap<>();
        json.path("bySeverity").properties().forEach(entry -> limit(entry.getValue(), counts)
                .ifPresent(time -> bySeverity.put(Severity.ofLevel(Integer.parseInt(entry.getKey())), time)));
        return new ClockPlan.Allowance(limit(json.path("time"), counts), bySeverity);
    }

    private static Optional<TimeLimit> limit(JsonNode text, String counts) {
        return text.isString() ? TimeLimit.read(text.asString(), counts.equals(WORKING)) : Optional.empty();
    }

    private static List<String> inside(JsonNode json) {
        List<String> names = new ArrayList<>();
        if (json.has("time")) {
            names.add("time");
        }
        json.path("bySeverity").propertyNames().forEach(level -> names.add("bySeverity/" + level));
        return names;
    }
}
