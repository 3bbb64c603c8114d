package org.chengshu.cases.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.settings.DaysOff;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class WorkCalendarSection implements PackSection {
    private static final int ORDER = 490;

    private final WorkCalendars calendars;
    private final JsonNode schema;

    WorkCalendarSection(WorkCalendars calendars, JsonMapper json) {
        this.calendars = calendars;
        String name = "work-calendar.schema.json";
        try (InputStream stream = Objects.requireNonNull(WorkCalendarSection.class.getResourceAsStream(name), name)) {
            this.schema = json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "work-calendars";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            try {
                CalendarRules.read(item.json()).resolve(ZoneOffset.UTC, DaysOff.NONE);
            } catch (IllegalArgumentException | DateTimeException e) {
                String why = String.valueOf(e.getMessage());
                faults.add(item.place(""), Text.of("日历有误：" + why, "the calendar cannot be: " + why));
            }
        }
    }

    @Override
    public boolean holds(String id) {
        return id.equals(WorkCalendars.CITY);
    }

    @Override
    public List<Text> effects(ItemChange change) {
        return List.of(Text.of(
                "未结案件的时限随之重算，已结束的阶段不变", "deadlines of open cases follow it; stages that have ended stay as they are"));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> calendars.put(packId, item.id(), item.json().toString()));
        calendars.retireOthers(packId, items.stream().map(PackItem::id).toList());
    }

    @Override
    public int order() {
        return ORDER;
    }
}
