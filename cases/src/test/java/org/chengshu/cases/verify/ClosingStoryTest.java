package org.chengshu.cases.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chengshu.alarm.AlarmId;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.cases.testing.CasesWorld.Station;
import org.chengshu.core.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class ClosingStoryTest {
    @Autowired
    CasesWorld world;

    @Autowired
    CaseVerifier verifier;

    @Autowired
    org.jooq.DSLContext sql;

    @Test
    void closesOnlyWhenTheSensorIsBackInRange() {
        Station station = world.station();
        AlarmId alarm = station.raises("dusty");
        CaseOnHand dust = world.awaitCaseOf(alarm).handled();

        verify(dust);
        assertThat(dust.stage()).isEqualTo("verify");
        assertThat(dust.blockedBy()).isEqualTo("alarm-open");

        Instant clearing = Instant.now();
        station.clears("dusty");
        JsonNode closed = dust.awaitStage("close").now();

        assertThat(closed.path("closedBy").asString()).isEqualTo("sensor");
        assertThat(Instant.parse(closed.path("closedAt").asString())).isAfterOrEqualTo(clearing.plusSeconds(1));
        JsonNode evidence = closed.at("/evidence/0");
        assertThat(evidence.path("alarms").get(0).asString()).isEqualTo(alarm.toString());
        assertThat(evidence.at("/values/dusty/pm10").asInt()).isEqualTo(88);
        assertThat(Duration.between(
                        Instant.parse(evidence.path("windowFrom").asString()),
                        Instant.parse(evidence.path("windowTo").asString())))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(closed.at("/closures/0/evidence").asString())
                .isEqualTo(evidence.path("id").asString());
        assertThat(dust.timeline())
                .containsExactly(
                        "report", "accept", "file", "dispatch", "take", "handled", "alarm-cleared", "verified");
    }

    @Test
    void aDeadSensorNeverClosesACase() {
        Station station = world.station();
        CaseOnHand dust = world.awaitCaseOf(station.raises("slow")).handled();
        station.dies();
        station.clears("slow");
        dust.awaitBlockedBy("witness-silent");
        verify(dust);
        assertThat(dust.stage()).isEqualTo("verify");

        station.raises("silence");
        dust.awaitBlockedBy("silence-alarm");
        station.livesAgain();
        verify(dust);
        assertThat(dust.blockedBy()).isEqualTo("silence-alarm");
        assertThat(dust.stage()).isEqualTo("verify");

        Instant back = Instant.now();
        station.clears("silence");
        JsonNode closed = dust.awaitStage("close").now();
        assertThat(Instant.parse(closed.path("closedAt").asString())).isAfterOrEqualTo(back.plusSeconds(5));
    }

    @Test
    void aCaseWhoseAlarmClearsBeforeAnybodyActedWaitsForItsHandler() {
        Station station = world.station();
        CaseOnHand dust = world.awaitCaseOf(station.raises("dusty"));
        station.clears("dusty");
        dust.awaitBlockedBy("awaits-handling");
        Eventually.eventually("the window to pass", () -> {
            verify(dust);
            JsonNode eligible = dust.now().at("/verification/eligibleAt");
            return eligible.isString() && Instant.now().isAfter(Instant.parse(eligible.asString()));
        });
        verify(dust);
        assertThat(dust.stage()).isEqualTo("handle");

        dust.handled().awaitStage("close");
    }

    @Test
    void aKindMayLetTheSensorCloseWithoutHandling() {
        Station station = world.station();
        CaseOnHand passing = world.awaitCaseOf(station.raises("brief"));

        station.clears("brief");

        passing.awaitStage("close");
        assertThat(passing.timeline()).doesNotContain("handled").endsWith("alarm-cleared", "verified");
    }

    @Test
    void anAlarmThatReturnsWithinTheTimeReopensTheSameCase() {
        Station station = world.station();
        CaseOnHand dust = world.awaitCaseOf(station.raises("dusty")).handled();
        station.clears("dusty");
        dust.awaitStage("close");

        AlarmId again = station.raises("dusty");

        assertThat(world.awaitCaseOf(again).id()).isEqualTo(dust.id());
        JsonNode back = dust.now();
        assertThat(back.path("stage").asString()).isEqualTo("handle");
        assertThat(back.path("reopened").asInt()).isEqualTo(1);
        assertThat(back.path("closedAt").isNull()).isTrue();
        assertThat(dust.timeline()).endsWith("verified", "reopen");
        dust.handled();
        station.clears("dusty");
        dust.awaitStage("close");
        assertThat(dust.now().path("closures").size()).isEqualTo(2);
    }

    @Test
    void anAlarmThatReturnsDuringVerificationSendsTheCaseBackToWork() {
        Station station = world.station();
        CaseOnHand dust = world.awaitCaseOf(station.raises("slow")).handled();
        station.clears("slow");

        AlarmId again = station.raises("slow");

        assertThat(world.awaitCaseOf(again).id()).isEqualTo(dust.id());
        assertThat(dust.stage()).isEqualTo("handle");
        assertThat(dust.timeline()).contains("alarm-returned");
        assertThat(dust.blockedBy()).isEqualTo("alarm-open");
    }

    @Test
    void historyThatProvesItselfIsClosedAtItsOwnTime() {
        Station station = world.station().withADiary();
        AlarmId alarm = station.raisedLongAgo("dusty", Duration.ofHours(30));
        CaseOnHand past = world.awaitCaseOf(alarm);

        station.clearedLongAgo(alarm, Duration.ofHours(28));

        JsonNode closed = past.awaitStage("close").now();
        Instant opened = Instant.parse(closed.path("openedAt").asString());
        assertThat(Instant.parse(closed.path("closedAt").asString()))
                .isBetween(opened.plus(Duration.ofMinutes(119)), opened.plus(Duration.ofMinutes(121)));
        assertThat(closed.path("closedBy").asString()).isEqualTo("sensor");
    }

    @Test
    void historyThatProvesNothingWaitsForPeople() {
        Station station = world.station();
        AlarmId alarm = station.raisedLongAgo("dusty", Duration.ofHours(30));
        CaseOnHand past = world.awaitCaseOf(alarm);
        station.clearedLongAgo(alarm, Duration.ofHours(28));
        past.awaitBlockedBy("awaits-handling");

        verify(past);

        assertThat(past.stage()).isEqualTo("handle");
    }

    @Test
    void tellsItsFactsOfTheClosure() {
        Station station = world.station();
        CaseOnHand passing = world.awaitCaseOf(station.raises("brief"));
        station.clears("brief");
        passing.awaitStage("close");

        var row = sql.fetchSingle(
                "select stage, closed_by, hours_to_close, department from facts.cases_case where id = ?", passing.id());
        assertThat(row.get("stage")).isEqualTo("close");
        assertThat(row.get("closed_by")).isEqualTo("sensor");
        assertThat(row.get("department")).isEqualTo("housing-site");
        assertThat(row.get("hours_to_close", Double.class)).isBetween(0.0, 0.1);
    }

    private void verify(CaseOnHand hand) {
        verifier.check(new CaseId(UUID.fromString(hand.id())));
    }
}
