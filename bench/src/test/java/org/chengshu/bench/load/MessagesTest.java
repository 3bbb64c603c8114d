package org.chengshu.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.Test;

/** What the generator sends is what the proofs look for. */
class MessagesTest {
    private static final long START = 1_800_000_000_000L;

    @Test
    void aMessageSaysWhatItsNumberAndItsDeviceAsk() {
        Payloads payloads = new Payloads(6, START, 1_000);
        byte[] message = new byte[payloads.longest()];
        int length = payloads.write(7, 12_345, message);

        Observation read = Telemetry.parse(Arrays.copyOf(message, length), Instant.ofEpochMilli(START + 20_000_000))
                .observations()
                .getFirst();

        assertThat(read.time()).isEqualTo(Instant.ofEpochMilli(START + 12_345_000));
        for (int i = 0; i < 6; i++) {
            assertThat(read.values().get(Payloads.NAMES.get(i)))
                    .isEqualTo(Value.of(Double.parseDouble(payloads.value(7, 12_345, i))));
        }
    }

    @Test
    void aRowOfAFileHoldsTheSameValues() {
        Payloads payloads = new Payloads(6, START, 1_000);
        byte[] row = new byte[200];
        int end = payloads.writeRow(3, 99, row, 0);

        String[] cells = new String(row, 0, end, java.nio.charset.StandardCharsets.US_ASCII).split(",");

        for (int i = 0; i < 6; i++) {
            assertThat(cells[i + 1]).isEqualTo(payloads.value(3, 99, i));
        }
    }

    @Test
    void latenciesAreToldToAHundredth() {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 1_000; i++) {
            latencies.add(i * 1_000_000L);
        }

        assertThat(latencies.percentile(0.5)).isBetween(495.0, 510.0);
        assertThat(latencies.percentile(0.99)).isBetween(985.0, 1_000.0);
        assertThat(latencies.percentile(1)).isEqualTo(1_000.0);
    }
}
