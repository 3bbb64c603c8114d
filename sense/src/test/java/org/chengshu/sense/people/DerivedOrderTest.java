package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.Eventually;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Report;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever the order in which readings come, after the late ones are worked in the derived series are what a naive
 * reckoning over the complete history makes them: a mean over own readings, the difference to the mean of a group, and the
 * change of that difference.
 */
@SenseTest
class DerivedOrderTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant EVER = Instant.parse("2030-01-01T00:00:00Z");
    private static final int DEVICES = 4;

    @Autowired
    SenseWorld world;

    @Autowired
    Packs packs;

    @Autowired
    Intake intake;

    private String product;
    private final List<String> devices = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyOrderOfArrivalComesToTheSame(long seed) throws Exception {
        Random random = new Random(seed);
        setTheScene(random.nextBoolean());
        Map<String, NavigableMap<Instant, Double>> history = new TreeMap<>();
        List<Map.Entry<String, Observation>> arriving = new ArrayList<>();
        for (String device : devices) {
            NavigableMap<Instant, Double> own = new TreeMap<>();
            Instant time = START;
            for (int i = 0; i < 25; i++) {
                time = time.plusSeconds(30L + random.nextInt(1_200));
                double value = random.nextInt(400) / 4.0;
                own.put(time, value);
                arriving.add(Map.entry(device, Observation.of(time, "pm25", Value.of(value))));
            }
            history.put(device, own);
        }
        arriving.sort(
                (one, other) -> one.getValue().time().compareTo(other.getValue().time()));
        disturb(arriving, random);

        for (int at = 0; at < arriving.size(); ) {
            int end = Math.min(arriving.size(), at + 1 + random.nextInt(12));
            offer(arriving.subList(at, end));
            at = end;
        }

        Map<String, Map<String, NavigableMap<Instant, Double>>> expected = expected(history);
        Eventually.eventually(
                "the derived series are those of the whole history, seed " + seed, () -> stored().equals(expected));
        assertThat(stored()).isEqualTo(expected);
    }

    /** A few come much later than they should, some twice, the others nearly in order. */
    private static void disturb(List<Map.Entry<String, Observation>> arriving, Random random) {
        if (random.nextInt(3) == 0) {
            Collections.shuffle(arriving, random);
            return;
        }
        for (int i = 0; i < 20; i++) {
            int from = random.nextInt(arriving.size());
            int to = Math.min(arriving.size() - 1, from + random.nextInt(40));
            arriving.add(to, arriving.remove(from));
        }
        arriving.add(arriving.get(3));
    }

    private void setTheScene(boolean byArea) {
        product = "orders-" + NUMBER.incrementAndGet();
        devices.clear();
        apply("1.0.0", "");
        for (int i = 0; i < DEVICES; i++) {
            devices.add(world.freshDevice(product, "area-" + product));
        }
        String whose = byArea ? "area: district" : "group: all-" + product;
        apply("1.1.0", """
                , groups: [{id: all-%1$s, title: {zh: 全, en: All}, devices: [%2$s]}],
                derived: [
                  {id: a-mean-%1$s, product: %1$s, property: mean, formula: "m",
                   windows: [{name: m, of: pm25, take: avg, over: PT1H}]},
                  {id: over-%1$s, product: %1$s, property: over, formula: "pm25 - around",
                   others: [{name: around, %3$s, of: mean, take: avg, maxAge: PT30M}]},
                  {id: turn-%1$s, product: %1$s, property: turn, formula: "step + 0 * mean",
                   windows: [{name: step, of: over, take: change, over: PT2H}]}]""".formatted(product, String.join(", ", devices), whose));
    }

    private void apply(String version, String more) {
        String properties = List.of("pm25", "mean", "over", "turn").stream()
                .map(id -> "{id: " + id + ", title: {zh: 数, en: Number}, type: number}")
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        packs.apply(
                new PackFiles(Map.of(
                        "pack.yaml",
                        "{id: pack-" + product + ", version: " + version
                                + ", title: {zh: 试, en: Try}, description: {zh: 试, en: Try}}",
                        "all.yaml",
                        "{areas: [{code: area-" + product + ", name: {zh: 区, en: District}, kind: district}],"
                                + " products: [{id: " + product + ", title: {zh: 站, en: Station}, properties: ["
                                + properties
                                + "]}]" + more + "}")),
                Viewer.system());
    }

    private void offer(List<Map.Entry<String, Observation>> some) throws Exception {
        List<CompletionStage<Receipt>> receipts = new ArrayList<>();
        for (Map.Entry<String, Observation> one : some) {
            Report report = new Report(one.getKey(), List.of(one.getValue()), List.of());
            receipts.add(((Intake.Taken) intake.offer(Delivery.of(Door.HTTP, Instant.now(), report))).receipt());
        }
        for (CompletionStage<Receipt> receipt : receipts) {
            assertThat(receipt.toCompletableFuture().get(30, TimeUnit.SECONDS).rejected())
                    .isZero();
        }
    }

    private Map<String, Map<String, NavigableMap<Instant, Double>>> stored() {
        Map<String, Map<String, NavigableMap<Instant, Double>>> all = new TreeMap<>();
        for (String property : List.of("mean", "over", "turn")) {
            Map<String, NavigableMap<Instant, Double>> byDevice = new TreeMap<>();
            devices.forEach(device -> byDevice.put(device, world.numbers(device, property, START, EVER)));
            all.put(property, byDevice);
        }
        return all;
    }

    private Map<String, Map<String, NavigableMap<Instant, Double>>> expected(
            Map<String, NavigableMap<Instant, Double>> history) {
        Map<String, NavigableMap<Instant, Double>> means = new TreeMap<>();
        Map<String, NavigableMap<Instant, Double>> overs = new TreeMap<>();
        Map<String, NavigableMap<Instant, Double>> turns = new TreeMap<>();
        history.forEach((device, own) -> {
            NavigableMap<Instant, Double> mean = new TreeMap<>();
            own.keySet()
                    .forEach(time -> mean.put(
                            time,
                            own.subMap(time.minus(Duration.ofHours(1)), false, time, true).values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElseThrow()));
            means.put(device, mean);
        });
        history.forEach((device, own) -> {
            NavigableMap<Instant, Double> over = new TreeMap<>();
            own.forEach((time, value) -> around(means, time).ifPresent(mean -> over.put(time, value - mean)));
            overs.put(device, over);
            NavigableMap<Instant, Double> turn = new TreeMap<>();
            over.keySet().forEach(time -> {
                NavigableMap<Instant, Double> window = over.subMap(time.minus(Duration.ofHours(2)), false, time, true);
                turn.put(
                        time,
                        window.lastEntry().getValue() - window.firstEntry().getValue());
            });
            turns.put(device, turn);
        });
        return Map.of("mean", means, "over", overs, "turn", turns);
    }

    private OptionalDouble around(Map<String, NavigableMap<Instant, Double>> means, Instant time) {
        double sum = 0;
        int count = 0;
        for (String device : devices) {
            Map.Entry<Instant, Double> last = means.get(device).floorEntry(time);
            if (last != null && last.getKey().isAfter(time.minus(Duration.ofMinutes(30)))) {
                sum += last.getValue();
                count++;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
}
