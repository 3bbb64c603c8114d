package org.chengshu.sense.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.HistoricalClearing;
import org.chengshu.alarm.Signal;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.intake.Signals;
import org.chengshu.sense.rules.Decision;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.MemoryCodec;
import org.chengshu.sense.rules.RuleMachine;
import org.chengshu.sense.rules.Step;
import org.chengshu.wire.Observation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules' memory of one import, which has nothing to do with the living one, and the episodes it has open. */
final class Chronicle {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RuleMachine machine;
    private final Map<String, DeviceMemory> memories = new HashMap<>();
    private final Map<String, AlarmId> open = new HashMap<>();
    private final List<Entry> decided = new ArrayList<>();

    Chronicle(RuleMachine machine) {
        this.machine = machine;
    }

    static Chronicle read(RuleMachine machine, JsonNode json) {
        Chronicle chronicle = new Chronicle(machine);
        json.path("memories")
                .forEachEntry(
                        (device, memory) -> chronicle.memories.put(device, MemoryCodec.readText(memory.stringValue())));
        json.path("open")
                .forEachEntry((key, id) -> chronicle.open.put(key, new AlarmId(UUID.fromString(id.stringValue()))));
        return chronicle;
    }

    String write() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode kept = json.putObject("memories");
        memories.forEach((device, memory) -> kept.put(device, MemoryCodec.writeText(memory)));
        ObjectNode episodes = json.putObject("open");
        open.forEach((key, id) -> episodes.put(key, id.toString()));
        return JSON.writeValueAsString(json);
    }

    void judge(KnownDevice device, Observation seen) {
        Step step = machine.step(memories.getOrDefault(device.code(), DeviceMemory.EMPTY), seen);
        memories.put(device.code(), step.memory());
        step.decisions().forEach(decision -> decided.add(new Entry(device, decision)));
    }

    /** Raises all episodes that began in this batch at once, then clears those that ended in it. */
    void tell(Alarms alarms, boolean announce, ImportTally counts) {
        List<Signal> signals = new ArrayList<>();
        for (Entry entry : decided) {
            if (entry.decision() instanceof Decision.Raise raise) {
                signals.add(Signals.historical(entry.device(), raise, announce));
                counts.alarm(raise.ruleId());
            }
        }
        List<AlarmId> raised = signals.isEmpty() ? List.of() : alarms.raiseAll(signals);
        List<HistoricalClearing> cleared = new ArrayList<>();
        int next = 0;
        for (Entry entry : decided) {
            String key = entry.device().code() + "/" + entry.decision().ruleId();
            switch (entry.decision()) {
                case Decision.Raise ignored -> open.put(key, raised.get(next++));
                // An imported alarm keeps the severity it was raised with: the past is not told step by step.
                case Decision.Change ignored -> {}
                case Decision.Clear clear -> {
                    AlarmId id = open.remove(key);
                    if (id != null) {
                        cleared.add(new HistoricalClearing(id, clear.at(), clear.values()));
                    }
                }
            }
        }
        alarms.clearAllHistorical(cleared);
        decided.clear();
    }

    private record Entry(KnownDevice device, Decision decision) {}
}
