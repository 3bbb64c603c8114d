package org.chengshu.sense.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.RuleMachine;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.Test;

class StateChangesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    @Test
    void aRowOfTheLogIsReadAsItWasWritten() {
        DeviceMemory memory = new RuleMachine(List.of(), Optional.empty())
                .step(DeviceMemory.EMPTY, Observation.of(NOON, "level", Value.of(1)))
                .memory();
        StateChanges changes = StateChanges.at(NOON, Map.of(7, memory, 70_000, DeviceMemory.EMPTY));

        assertThat(StateChanges.read(changes.write())).isEqualTo(changes);
    }

    @Test
    void pagesKnowEachDeviceApartAndForgetNone() {
        StatePages pages = new StatePages();
        for (int device = 1; device < 200_000; device += 997) {
            pages.hear(device, device * 1_000L, DeviceMemory.EMPTY);
        }
        pages.hear(998, 5, DeviceMemory.EMPTY);

        assertThat(pages.heard(998)).contains(998_000L);
        assertThat(pages.heard(2)).isEmpty();
        assertThat(pages.heard(5_000_000)).isEmpty();
        int[] seen = {0};
        pages.forEach((device, micros, silent) -> seen[0] += micros == device * 1_000L && !silent ? 1 : 0);
        assertThat(seen[0]).isEqualTo(201);
    }
}
