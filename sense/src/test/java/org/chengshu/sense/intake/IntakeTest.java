package org.chengshu.sense.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.IfMatch;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Devices;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.NewDevice;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Report;
import org.chengshu.sense.ledger.Ledger;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.FakeAlarms;
import org.chengshu.sense.testing.FakeLive;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AloneTest
class IntakeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T00:00:00Z");

    @Autowired
    Intake intake;

    @Autowired
    SenseWorld world;

    @Autowired
    FakeAlarms alarms;

    @Autowired
    FakeLive live;

    @Autowired
    Devices devices;

    private String product;
    private String device;

    @BeforeEach
    void setTheScene() {
        product = world.freshProduct();
        device = world.freshDevice(product);
    }

    @Test
    void receiptsAddUpUnderConcurrentDoubles() throws Exception {
        Receipt before = world.counter(Door.MQTT);
        Random random = new Random(7);
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        int sent = 0;
        for (int i = 0; i < 3_000; i++) {
            double value = random.nextInt(5) == 0 ? -5 : 5;
            receipts.add(offer(Door.MQTT, device, NOON.plusSeconds(random.nextInt(1_000)), value));
            sent++;
        }
        Receipt sum = Receipt.NOTHING;
        for (CompletableFuture<Receipt> one : receipts) {
            sum = sum.plus(one.get(30, TimeUnit.SECONDS));
        }

        Receipt after = world.counter(Door.MQTT);
        assertThat(sum.received()).isEqualTo(sent);
        assertThat(after.received() - before.received()).isEqualTo(sent);
        assertThat(after.stored() - before.stored()).isEqualTo(sum.stored());
        assertThat(world.readings(device)).hasSize(sum.stored());
        assertThat(world.rejected(device)).isEqualTo(sum.rejected());
    }

    @Test
    void rejectionsAreKeptUpToACapAndThenCounted() throws Exception {
        List<Observation> wrong = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            wrong.add(Observation.of(NOON.plusSeconds(i), "pm25", Value.of(-1)));
        }
        for (int i = 0; i < 3; i++) {
            taken(new Report(device, wrong, List.of())).get(30, TimeUnit.SECONDS);
        }

        assertThat(world.reasons(device)).hasSize(Ledger.CAP);
        assertThat(world.rejected(device)).isEqualTo(2_100);
    }

    @Test
    void aDeviceInMaintenanceStoresAndRaisesNothingUntilItIsActiveAgain() throws Exception {
        devices.update(in(Lifecycle.MAINTENANCE), IfMatch.of(""), Viewer.system());
        dirtyFrom(0);
        assertThat(world.readings(device)).hasSize(4);
        assertThat(alarms.told()).noneMatch(line -> line.contains(device));

        devices.update(in(Lifecycle.ACTIVE), IfMatch.of(""), Viewer.system());
        dirtyFrom(4);
        assertThat(alarms.told()).anyMatch(line -> line.contains(device));
    }

    private NewDevice in(Lifecycle lifecycle) {
        return new NewDevice(
                device,
                product,
                Text.of(device, device),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.of(lifecycle),
                Optional.empty());
    }

    private void dirtyFrom(int hour) throws Exception {
        for (int i = hour; i < hour + 4; i++) {
            offer(Door.HTTP, device, NOON.plus(Duration.ofHours(i)), 300).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aDeviceThatIsNotThereIsARejection() throws Exception {
        Receipt receipt = taken(new Report("ghost", List.of(Observation.of(NOON, "pm25", Value.of(1))), List.of()))
                .get(30, TimeUnit.SECONDS);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1, 0));
    }

    @Test
    void whatTheDatabaseRefusesIsRejectedAndTheRestStored() throws Exception {
        CompletableFuture<Receipt> poison =
                taken(new Report(device, List.of(Observation.of(NOON, "nul\0inside", Value.of(1))), List.of()));
        CompletableFuture<Receipt> good = offer(Door.HTTP, device, NOON, 1);

        assertThat(poison.get(30, TimeUnit.SECONDS)).isEqualTo(new Receipt(0, 0, 1, 0));
        assertThat(good.get(30, TimeUnit.SECONDS)).isEqualTo(new Receipt(1, 0, 0, 0));
        assertThat(world.reasons(device)).containsExactly("unstorable");
    }

    @Test
    void oneMessageWithManyTimesRaisesAndClearsInOrder() throws Exception {
        List<Observation> seen = new ArrayList<>();
        double[] values = {160, 170, 180, 90, 160, 170, 180, 90};
        for (int hour = 0; hour < values.length; hour++) {
            seen.add(Observation.of(NOON.plus(Duration.ofHours(hour)), "pm25", Value.of(values[hour])));
        }
        taken(new Report(device, seen.reversed(), List.of())).get(30, TimeUnit.SECONDS);

        String name = "heavy-" + product + "/" + device;
        assertThat(alarms.told().stream().filter(line -> line.contains(name)))
                .containsExactly(
                        "raise " + name + " at 2026-03-01T02:00:00Z",
                        "clear " + name + " at 2026-03-01T03:00:00Z",
                        "raise " + name + " at 2026-03-01T06:00:00Z",
                        "clear " + name + " at 2026-03-01T07:00:00Z");
    }

    @Test
    void lateReadingsAreStoredAndCountedButNotJudged() throws Exception {
        offer(Door.HTTP, device, NOON.plus(Duration.ofHours(5)), 1).get(30, TimeUnit.SECONDS);
        Receipt late = offer(Door.HTTP, device, NOON, 500).get(30, TimeUnit.SECONDS);
        Receipt later =
                offer(Door.HTTP, device, NOON.plus(Duration.ofHours(2)), 500).get(30, TimeUnit.SECONDS);

        assertThat(late.plus(later)).isEqualTo(new Receipt(2, 0, 0, 2));
        assertThat(alarms.told()).noneMatch(line -> line.contains(device));
        assertThat(live.published())
                .filteredOn(line -> line.contains("device=" + device))
                .hasSize(2);
    }

    private CompletableFuture<Receipt> offer(Door door, String code, Instant time, double pm25) {
        Report report = new Report(code, List.of(Observation.of(time, "pm25", Value.of(pm25))), List.of());
        return ((Intake.Taken) intake.offer(Delivery.of(door, time, report))).receipt();
    }

    private CompletableFuture<Receipt> taken(Report report) {
        return ((Intake.Taken) intake.offer(Delivery.of(Door.HTTP, NOON, report))).receipt();
    }
}
