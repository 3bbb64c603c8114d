package org.chengshu.sense.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.chengshu.sense.Door;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.FakeAlarms;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.sense.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What every door promises, whatever it speaks. */
@AloneTest
public abstract class DoorContract {
    @Autowired
    protected SenseWorld world;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected FakeAlarms alarms;

    protected String product;
    protected String device;
    protected Instant noon;

    /** One value of the device on its way; the raw text is JSON. */
    public record Sent(Instant time, String property, String raw) {}

    protected abstract Door door();

    /** Sends the values as one message or file and returns once they are acknowledged. */
    protected abstract void send(List<Sent> values);

    /** What a gateway says is not known to be a device's before it is read. */
    private String badTimesAreKeptUnder() {
        return door() == Door.GATEWAY_HTTP || door() == Door.GATEWAY_MQTT ? "" : device;
    }

    @BeforeEach
    void setTheScene() {
        product = world.freshProduct();
        device = world.freshDevice(product);
        noon = clock.instant().minus(Duration.ofHours(12));
    }

    @Test
    void whatIsAcknowledgedIsStored() {
        send(List.of(new Sent(noon, "pm25", "12.5"), new Sent(noon, "note", "\"北风\""), new Sent(noon, "on", "true")));

        assertThat(world.readings(device))
                .containsExactly("note " + noon + " 北风", "on " + noon + " true", "pm25 " + noon + " 12.5");
    }

    @Test
    void whatComesTwiceIsStoredOnceAndTheFirstStands() {
        Receipt before = world.counter(door());
        send(List.of(new Sent(noon, "pm25", "1")));
        send(List.of(new Sent(noon, "pm25", "2"), new Sent(noon.plusSeconds(60), "pm25", "3")));

        assertThat(world.readings(device))
                .containsExactly("pm25 " + noon + " 1", "pm25 " + noon.plusSeconds(60) + " 3");
        assertThat(since(before)).isEqualTo(new Receipt(2, 1, 0, 0));
    }

    @Test
    void whatDoesNotFitTheThingModelIsRejectedValueByValue() {
        Receipt before = world.counter(door());
        send(List.of(
                new Sent(noon, "level", "1"),
                new Sent(noon, "pm25", "1001"),
                new Sent(noon, "on", "\"maybe\""),
                new Sent(noon.plusSeconds(1), "pm25", "-1")));

        assertThat(world.readings(device)).containsExactly("level " + noon + " 1");
        assertThat(world.reasons(device)).containsExactlyInAnyOrder("out-of-range", "wrong-type", "out-of-range");
        assertThat(since(before)).isEqualTo(new Receipt(1, 0, 3, 0));
    }

    @Test
    void aTimeBeyondTomorrowIsRejected() {
        send(List.of(new Sent(clock.instant().plus(Duration.ofHours(25)), "pm25", "1")));

        assertThat(world.readings(device)).isEmpty();
        assertThat(world.reasons(badTimesAreKeptUnder())).contains("bad-time");
    }

    @Test
    void rulesJudgeWhatCameIn() {
        send(List.of(
                new Sent(noon, "pm25", "160"),
                new Sent(noon.plus(Duration.ofHours(1)), "pm25", "170"),
                new Sent(noon.plus(Duration.ofHours(2)), "pm25", "180"),
                new Sent(noon.plus(Duration.ofHours(3)), "pm25", "90")));

        String verb = door() == Door.IMPORT ? "historical " : "raise ";
        assertThat(alarms.told())
                .contains(verb + "heavy-" + product + "/" + device + " at " + noon.plus(Duration.ofHours(2)));
    }

    @Test
    void countersAddUpWhateverComes() {
        Receipt before = world.counter(door());
        Random random = new Random(20260301);
        Set<String> stored = new HashSet<>();
        int good = 0;
        int bad = 0;
        for (int message = 0; message < 15; message++) {
            List<Sent> values = new ArrayList<>();
            Set<String> once = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                Instant time = noon.plusSeconds(random.nextInt(50));
                boolean fits = random.nextInt(4) > 0;
                String property = random.nextBoolean() ? "pm25" : "note";
                if (once.add(property + time)) {
                    String raw = property.equals("note") ? (fits ? "\"x\"" : "7") : (fits ? "5" : "5000");
                    values.add(new Sent(time, property, raw));
                    good += fits || isTextDoor(property) ? 1 : 0;
                    bad += fits || isTextDoor(property) ? 0 : 1;
                    if (fits || isTextDoor(property)) {
                        stored.add(property + time);
                    }
                }
            }
            send(values);
        }

        Receipt after = since(before);
        assertThat(after.stored()).isEqualTo(stored.size());
        assertThat(after.duplicate()).isEqualTo(good - stored.size());
        assertThat(after.rejected()).isEqualTo(bad);
        assertThat(world.readings(device)).hasSize(stored.size());
        assertThat(world.rejected(device)).isEqualTo(bad);
    }

    /** A file holds only texts, so a number is a good text there. */
    private boolean isTextDoor(String property) {
        return door() == Door.IMPORT && property.equals("note");
    }

    private Receipt since(Receipt before) {
        Receipt now = world.counter(door());
        return new Receipt(
                now.stored() - before.stored(),
                now.duplicate() - before.duplicate(),
                now.rejected() - before.rejected(),
                0);
    }
}
