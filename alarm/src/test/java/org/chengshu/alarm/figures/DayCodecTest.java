package org.chengshu.alarm.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DayCodecTest {
    private static final long DAY = 86_400_000_000L;
    private static final long MIDNIGHT = 1_700_006_400_000_000L;

    @RepeatedTest(200)
    void givesBackWhatItWasGiven(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        List<AlarmFact> facts = facts(random, random.nextInt(50));

        assertThat(unpacked(DayCodec.encode(facts)))
                .isSortedAccordingTo(Comparator.comparingLong(AlarmFact::raised))
                .containsExactlyInAnyOrderElementsOf(facts);
    }

    @Test
    void writesTheSameAlarmsInTheSameBytesWhateverTheirOrder() {
        List<AlarmFact> facts = facts(new Random(7), 40);
        List<AlarmFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(8));

        assertThat(DayCodec.encode(shuffled)).isEqualTo(DayCodec.encode(facts));
    }

    @Test
    void takesAboutTwentyBytesForAnAlarm() {
        assertThat(DayCodec.encode(facts(new Random(9), 2_700))).hasSizeLessThan(2_700 * 26);
    }

    private static List<AlarmFact> facts(Random random, int number) {
        List<AlarmFact> facts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            facts.add(new AlarmFact(
                    MIDNIGHT + random.nextLong(DAY),
                    random.nextInt(1, 40),
                    random.nextInt(1, 5_000),
                    random.nextInt(1, 200),
                    random.nextInt(1, 5),
                    random.nextInt(64),
                    random.nextInt(3) == 0 ? AlarmFact.NEVER : random.nextLong(-DAY, 30 * DAY),
                    random.nextInt(3) == 0 ? AlarmFact.NEVER : random.nextLong(30 * DAY)));
        }
        return facts;
    }

    private static List<AlarmFact> unpacked(byte[] body) {
        List<AlarmFact> facts = new ArrayList<>();
        DayCodec.decode(body, facts::add);
        return facts;
    }
}
