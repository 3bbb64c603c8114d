package org.chengshu.sense.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleMachineTest {
    private final RuleWorld world = RuleWorld.of().silence("PT3H");

    @Test
    void raisesAtTheFirstObservationThatIsLongEnoughIntoTheRun() {
        world.rule("heavy", "pm25 > 150", "PT2H")
                .at("08:00", 160)
                .at("09:00", 170)
                .at("10:00", 180)
                .at("11:00", 190);

        assertThat(world.decisions()).containsExactly("raise heavy since 08:00 at 10:00");
    }

    @Test
    void raisesAtOnceWithoutADuration() {
        world.rule("heavy", "pm25 > 150", "PT0S").at("08:00", 100).at("09:00", 151);

        assertThat(world.decisions()).containsExactly("raise heavy since 09:00 at 09:00");
    }

    @Test
    void aFalseObservationBreaksTheRun() {
        world.rule("heavy", "pm25 > 150", "PT2H")
                .at("08:00", 160)
                .at("09:00", 140)
                .at("10:00", 160)
                .at("11:00", 160);

        assertThat(world.decisions()).isEmpty();
    }

    @Test
    void anObservationWithoutTheValueIsNeitherTrueNorFalse() {
        world.rule("heavy", "pm25 > 150", "PT2H")
                .at("08:00", 160)
                .without("09:00")
                .at("10:00", 160);

        assertThat(world.decisions()).containsExactly("raise heavy since 08:00 at 10:00");
    }

    @Test
    void aGapBetweenObservationsBreaksTheRun() {
        world.rule("heavy", "pm25 > 150", "PT2H").at("08:00", 160).at("11:01", 160);

        assertThat(world.decisions()).isEmpty();
    }

    @Test
    void aPauseOfExactlyTheLongestSilenceIsNoGap() {
        world.rule("heavy", "pm25 > 150", "PT2H").at("08:00", 160).at("11:00", 160);

        assertThat(world.decisions()).containsExactly("raise heavy since 08:00 at 11:00");
    }

    @Test
    void staysRaisedAcrossAGapAndClearsOnlyAtItsOwnCondition() {
        world.rule("heavy", "pm25 > 150", "PT0S", "pm25 < 115")
                .at("01:00", 160)
                .at("09:00", 140)
                .at("10:00", 115)
                .at("11:00", 114);

        assertThat(world.decisions()).containsExactly("raise heavy since 01:00 at 01:00", "clear heavy at 11:00");
    }

    @Test
    void clearsWhenTheConditionNoLongerHoldsIfNothingElseIsSaid() {
        world.rule("heavy", "pm25 > 150", "PT0S")
                .at("08:00", 160)
                .without("09:00")
                .at("10:00", 150);

        assertThat(world.decisions()).containsExactly("raise heavy since 08:00 at 08:00", "clear heavy at 10:00");
    }

    @Test
    void comparesWithTheValueBefore() {
        world.rule("jump", "pm25 - previous.pm25 > 100", "PT0S")
                .at("08:00", 20)
                .without("09:00")
                .at("10:00", 121);

        assertThat(world.decisions()).containsExactly("raise jump since 10:00 at 10:00");
    }

    @Test
    void knowsNoValueBeforeAcrossAGap() {
        world.rule("jump", "pm25 - previous.pm25 > 100", "PT0S").at("08:00", 20).at("11:30", 500);

        assertThat(world.decisions()).isEmpty();
    }

    @Test
    void forgetsAValueThatWasAbsentTooLongThoughTheDeviceSpokeOn() {
        world.rule("jump", "pm25 - previous.pm25 > 100", "PT0S")
                .at("08:00", 20)
                .without("10:00")
                .at("11:30", 500);

        assertThat(world.decisions()).isEmpty();
    }

    @Test
    void measuresForHowLongAValueIsHeld() {
        world.rule("flat", "held.pm25 >= duration('2h')", "PT0S", "held.pm25 < duration('1h')")
                .at("08:00", 20)
                .at("09:00", 20)
                .at("10:00", 20)
                .at("11:00", 21);

        assertThat(world.decisions()).containsExactly("raise flat since 10:00 at 10:00", "clear flat at 11:00");
    }

    @Test
    void aGapStartsTheHoldingAnew() {
        world.rule("flat", "held.pm25 >= duration('4h')", "PT0S")
                .at("08:00", 20)
                .at("11:01", 20)
                .at("14:00", 20);

        assertThat(world.decisions()).isEmpty();
    }

    @Test
    void namesTheValuesOfThePropertiesItLookedAt() {
        world.rule("jump", "pm25 - previous.pm25 > 100", "PT0S").at("08:00", 20).at("09:00", 140);

        assertThat(world.values()).isEqualTo(List.of(Map.of("pm25", 140.0)));
    }

    @Test
    void lateObservationsAreNotJudged() {
        world.rule("heavy", "pm25 > 150", "PT0S")
                .at("08:00", 100)
                .at("07:00", 500)
                .at("08:00", 500);

        assertThat(world.decisions()).isEmpty();
        assertThat(world.late()).isEqualTo(2);
    }

    @Test
    void aRuleThatWasReworedBeginsItsRunAnewButKeepsItsOpenAlarm() {
        world.rule("heavy", "pm25 > 150", "PT2H")
                .rule("high", "pm25 > 100", "PT0S")
                .at("08:00", 160);
        world.forgetRules()
                .rule("heavy", "pm25 > 155", "PT2H")
                .rule("high", "pm25 > 155", "PT0S")
                .at("10:00", 160);

        assertThat(world.decisions()).containsExactly("raise high since 08:00 at 08:00");
    }

    @Test
    void aRuleThatWasTakenAwayClearsAtTheNextObservation() {
        world.rule("high", "pm25 > 100", "PT0S").at("08:00", 160);
        world.forgetRules().at("09:00", 160).at("10:00", 160);

        assertThat(world.decisions()).containsExactly("raise high since 08:00 at 08:00", "clear high at 09:00");
    }

    @Test
    void aDivisionByZeroIsAsGoodAsAMissingValue() {
        world.rule("odd", "1 / pm25 > 0", "PT0S").at("08:00", 0).at("09:00", 1);

        assertThat(world.decisions()).containsExactly("raise odd since 09:00 at 09:00");
    }
}
