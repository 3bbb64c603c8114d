package org.chengshu.sense.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.Limits;
import org.chengshu.sense.Product;
import org.chengshu.sense.Property;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.device.KnownDevice;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private static final Limits TEN_MESSAGES = new Limits(Optional.of(10.0), Optional.empty(), Optional.empty());
    private static final Limits HUNDRED_VALUES = new Limits(Optional.empty(), Optional.of(100.0), Optional.empty());

    private long now;

    private static KnownDevice device(int id, Limits own, Limits shared) {
        Text text = Text.of("站", "Station");
        Product product = new Product(
                "station",
                text,
                Optional.empty(),
                Severity.YELLOW,
                List.of(new Property("level", text, PropertyType.NUMBER, Optional.empty(), Optional.empty())),
                List.of(),
                own,
                shared);
        Device device = new Device(
                "d" + id, "station", text, Optional.empty(), "/", Optional.empty(), Optional.empty(), Map.of());
        return new KnownDevice(id, device, product, Map.of());
    }

    private int taken(Quotas quotas, KnownDevice device, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += quotas.take(device, 1, 20) instanceof Quotas.Granted ? 1 : 0;
        }
        return taken;
    }

    @Test
    void whatIsNotLimitedIsGranted() {
        Quotas quotas = new Quotas(Limits.NONE, () -> now);
        assertThat(taken(quotas, device(1, Limits.NONE, Limits.NONE), 10_000)).isEqualTo(10_000);
    }

    @Test
    void overTimeNoMoreComesThanTheLimitAllows() {
        Quotas quotas = new Quotas(Limits.NONE, () -> now);
        KnownDevice device = device(1, TEN_MESSAGES, Limits.NONE);
        int taken = 0;
        for (int second = 0; second < 100; second++) {
            taken += taken(quotas, device, 50);
            now += 1_000_000_000L;
        }
        assertThat(taken).isBetween(100 * 10, 100 * 10 + Bucket.BURST_SECONDS * 10);
    }

    @Test
    void whoIsTooEarlyHearsWhenToComeBack() {
        Quotas quotas = new Quotas(TEN_MESSAGES, () -> now);
        KnownDevice device = device(1, Limits.NONE, Limits.NONE);
        taken(quotas, device, 1_000);

        assertThat(quotas.take(device, 1, 20)).isEqualTo(new Quotas.Later(Duration.ofMillis(100)));
        now += 100_000_000L;
        assertThat(quotas.take(device, 1, 20)).isInstanceOf(Quotas.Granted.class);
    }

    @Test
    void theDevicesOfAProductShareItsLimit() {
        Quotas quotas = new Quotas(Limits.NONE, () -> now);
        int first = taken(quotas, device(1, Limits.NONE, HUNDRED_VALUES), 300);
        int second = taken(quotas, device(2, Limits.NONE, HUNDRED_VALUES), 300);
        assertThat(first + second).isEqualTo(100 * Bucket.BURST_SECONDS);
    }

    @Test
    void moreThanEverComesAtOnceIsTooMuch() {
        Quotas quotas = new Quotas(HUNDRED_VALUES, () -> now);
        KnownDevice device = device(1, Limits.NONE, Limits.NONE);
        assertThat(quotas.take(device, 501, 20)).isInstanceOf(Quotas.TooMuch.class);
        assertThat(quotas.take(device, 500, 20)).isInstanceOf(Quotas.Granted.class);
    }
}
