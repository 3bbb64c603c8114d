package org.chengshu.sense.imports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.MemoryCodec;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far each import has come, written with the readings themselves. */
@Component
final class ImportStore {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    ImportStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    Optional<Checkpoint> find(String key) {
        return db.fetchOptional("select complete, report, memories from cs_sense.import_run where key = ?", key)
                .map(row -> new Checkpoint(
                        row.get("complete", Boolean.class),
                        json.readValue(row.get("report", String.class), ImportReport.class),
                        json.readTree(row.get("memories", String.class)),
                        memories(key)));
    }

    private Map<String, String> memories(String key) {
        return db.fetch("select device, memory from cs_sense.import_memory where key = ?", key)
                .intoMap(row -> row.get("device", String.class), row -> row.get("memory", String.class));
    }

    /** Notes what the rules remember of the devices of a batch, or forgets all once the import is complete. */
    void remember(String key, boolean complete, Map<String, DeviceMemory> memories) {
        if (complete) {
            db.execute("delete from cs_sense.import_memory where key = ?", key);
            return;
        }
        String[] devices = memories.keySet().toArray(String[]::new);
        String[] texts = Arrays.stream(devices)
                .map(device -> MemoryCodec.writeText(memories.get(device)))
                .toArray(String[]::new);
        db.execute("""
                insert into cs_sense.import_memory (key, device, memory)
                select ?, device, memory from unnest(?::text[], ?::text[]) as u (device, memory)
                on conflict (key, device) do update set memory = excluded.memory""", key, devices, texts);
    }

    void put(String key, ImportOrder order, boolean complete, ImportReport report, Chronicle chronicle) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        db.execute(
                """
                insert into cs_sense.import_run as r (key, product, mapping, name, rows_done, complete, report, memories,
                    started_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::timestamptz, ?::timestamptz)
                on conflict (key) do update set rows_done = excluded.rows_done, complete = excluded.complete,
                    report = excluded.report, memories = excluded.memories, changed_at = excluded.changed_at""",
                key,
                order.product().id(),
                order.mapping().id(),
                order.name(),
                report.rows(),
                complete,
                json.writeValueAsString(report),
                complete ? "{}" : chronicle.episodes(),
                now,
                now);
    }

    record Checkpoint(boolean complete, ImportReport report, JsonNode episodes, Map<String, String> memories) {}
}
