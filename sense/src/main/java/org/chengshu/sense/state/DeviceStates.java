package org.chengshu.sense.state;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.MemoryJson;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the rules remember of each device, and when it was heard. Memory is read at the start and replaced after commits. */
@Component
public final class DeviceStates {
    private final DSLContext db;
    private final Map<Integer, DeviceMemory> memories = new ConcurrentHashMap<>();

    DeviceStates(DSLContext db) {
        this.db = db;
        db.fetch("select device, memory from cs_sense.device_state where memory is not null")
                .forEach(row -> memories.put(
                        row.get("device", Integer.class), MemoryJson.read(row.get("memory", String.class))));
    }

    public DeviceMemory memory(int device) {
        return memories.getOrDefault(device, DeviceMemory.EMPTY);
    }

    /** Notes that devices were heard and what is remembered of them; answers those that had been silent. */
    public Set<Integer> arrive(Map<Integer, DeviceMemory> heard, Instant now) {
        Map<Integer, DeviceMemory> sorted = new TreeMap<>(heard);
        Integer[] devices = sorted.keySet().toArray(Integer[]::new);
        String[] written = sorted.values().stream().map(MemoryJson::write).toArray(String[]::new);
        Set<Integer> wereSilent = new HashSet<>(db.fetch("""
                        select device, silent_since is not null as silent from cs_sense.device_state
                        where device = any(?) order by device for update""", (Object) devices).stream()
                .filter(row -> row.get("silent", Boolean.class))
                .map(row -> row.get("device", Integer.class))
                .toList());
        db.execute("""
                update cs_sense.device_state st
                set last_seen = greatest(st.last_seen, ?::timestamptz), silent_since = null, memory = h.memory::jsonb
                from unnest(?::int[], ?::text[]) as h (device, memory)
                where st.device = h.device""", now.atOffset(ZoneOffset.UTC), devices, written);
        return wereSilent;
    }

    /** Call it after the commit of {@link #arrive}. */
    public void replace(Map<Integer, DeviceMemory> heard) {
        memories.putAll(heard);
    }
}
