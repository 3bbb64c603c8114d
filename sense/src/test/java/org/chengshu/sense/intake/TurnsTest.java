package org.chengshu.sense.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whoSendsLittleDoesNotWaitForWhatAnotherPiledUp() {
        Turns turns = new Turns();
        List<Pending> piled = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            piled.add(pending(1, 1));
        }
        Pending quiet = pending(2, 1);
        piled.add(quiet);
        turns.add(piled);

        assertThat(turns.take(10, 100)).hasSize(10).contains(quiet);
    }

    @Test
    void aMessageLargerThanABatchIsABatch() {
        Turns turns = new Turns();
        turns.add(List.of(pending(1, 500), pending(1, 1)));

        assertThat(turns.take(10, 100)).hasSize(1);
        assertThat(turns.take(10, 100)).hasSize(1);
        assertThat(turns.isEmpty()).isTrue();
    }

    @Property(tries = 200)
    void nothingIsLostAndEachSenderKeepsItsOrder(
            @ForAll @Size(max = 200) List<@IntRange(max = 9) Integer> senders,
            @ForAll @IntRange(min = 1, max = 7) int most) {
        Turns turns = new Turns();
        Map<Integer, List<Pending>> sent = new HashMap<>();
        Map<Integer, List<Pending>> taken = new HashMap<>();
        for (int sender : senders) {
            Pending one = pending(sender, 1);
            sent.computeIfAbsent(sender, any -> new ArrayList<>()).add(one);
            turns.add(List.of(one));
            if (sender % 3 == 0) {
                note(turns.take(most, most), taken);
            }
        }
        while (!turns.isEmpty()) {
            note(turns.take(most, most), taken);
        }
        assertThat(taken).isEqualTo(sent);
    }

    private static void note(List<Pending> batch, Map<Integer, List<Pending>> taken) {
        batch.forEach(one -> taken.computeIfAbsent(one.delivery().lane(), any -> new ArrayList<>())
                .add(one));
    }

    private static Pending pending(int sender, int values) {
        Delivery delivery = new Delivery(Door.MQTT, NOON, List.of(), List.of()).onLane(sender);
        return new Pending(delivery, values, new CompletableFuture<>());
    }
}
