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

/**
 * The rules' memory of one import, which has nothing to do with the living one, and the episodes it has open. One thread
 * judges, another tells what was decided, batch by batch.
 */
final class Chronicle {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RuleMachine machine;
    private final Map<String, DeviceMemory> memories = new HashMap<>();
    private final Map<String, AlarmId> open = new HashMap<>();

    Chronicle(RuleMachine machine) {
        this.machine = machine;
    }

    static Chronicle read(RuleMachine machine, JsonNode episodes, Map<String, String> memories) {
        Chronicle chronicle = new Chronicle(machine);
        // Releases before 0.2 kept the memories with the episodes.
        episodes.path("memories")
                .forEachEntry(
                        (device, memory) -> chronicle.memories.put(device, MemoryCodec.readText(memory.stringValue())));
        memories.forEach((device, memory) -> chronicle.memories.put(device, MemoryCodec.readText(memory)));
        episodes.path("open")
                .forEachEntry((key, id) -> chronicle.open.put(key, new AlarmId(UUID.fromString(id.stringValue()))));
        return chronicle;
    }

    /** The episodes that are open. */
    String episodes() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode episodes = json.putObject("open");
        open.forEach((key, id) -> episodes.put(key, id.toString()));
        return JSON.writeValueAsString(json);
    }

    void judge(KnownDevice device, Observation seen, ImportBatch batch) {
        Step step = machine.step(memories.getOrDefault(device.code(), DeviceMemory.EMPTY), seen);
        memories.put(device.code(), step.memory());
        batch.memories().put(device.code(), step.memory());
        step.decisions().forEach(decision -> batch.decided().add(new ImportBatch.Entry(device, decision)));
    }

    /** Raises all episodes that began in this batch at once, then clears those that ended in it. */
    void tell(ImportBatch batch, Alarms alarms, boolean announce, ImportTally counts) {
        List<Signal> signals = new ArrayList<>();
        for (ImportBatch.Entry entry : batch.decided()) {
            if (entry.decision() instanceof Decision.Raise raise) {
                signals.add(Signals.historical(entry.device(), raise, announce));
                counts.alarm(raise.ruleId());
            }
        }
        List<AlarmId> raised = signals.isEmpty() ? List.of() : alarms.raiseAll(signals);
        List<HistoricalClearing> cleared = new ArrayList<>();
        int next = 0;
        for (ImportBatch.Entry entry : batch.decided()) {
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
    }
}
