package org.chengshu.cases.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chengshu.kernel.time.Shift;
import org.chengshu.kernel.time.WorkCalendar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A whole calendar as a revision keeps it; the same calendar always makes the same text. */
final class CalendarJson {
    private CalendarJson() {}

    static String write(WorkCalendar calendar, JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        node.put("zone", calendar.zone().getId());
        ObjectNode week = node.putObject("week");
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Shift> shifts = calendar.week().getOrDefault(day, List.of());
            if (!shifts.isEmpty()) {
                shifts.forEach(shift ->
                        week.withArray(day.name().toLowerCase(Locale.ROOT)).add(text(shift)));
            }
        }
        calendar.holidays().stream().sorted().forEach(day -> node.withArray("holidays")
                .add(day.toString()));
        calendar.extraWorkdays().stream().sorted().forEach(day -> node.withArray("workdays")
                .add(day.toString()));
        return json.writeValueAsString(node);
    }

    static WorkCalendar read(String text, JsonMapper json) {
        JsonNode node = json.readTree(text);
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        node.path("week")
                .properties()
                .forEach(entry -> week.put(
                        DayOfWeek.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                        entry.getValue()
                                .valueStream()
                                .map(shift -> CalendarRules.shift(shift.asString()))
                                .toList()));
        return new WorkCalendar(
                ZoneId.of(node.path("zone").asString()), week, days(node, "holidays"), days(node, "workdays"));
    }

    private static String text(Shift shift) {
        return shift.from() + "-" + (shift.to().equals(LocalTime.MIDNIGHT) ? "24:00" : shift.to());
    }

    private static Set<LocalDate> days(JsonNode node, String name) {
        Set<LocalDate> days = new HashSet<>();
        node.path(name).forEach(day -> days.add(LocalDate.parse(day.asString())));
        return days;
    }
}
