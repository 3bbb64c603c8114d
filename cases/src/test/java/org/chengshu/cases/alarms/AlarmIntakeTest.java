package org.chengshu.cases.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.chengshu.alarm.AlarmId;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.cases.testing.CasesWorld.Station;
import org.chengshu.core.db.Transactions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class AlarmIntakeTest {
    @Autowired
    CasesWorld world;

    @Autowired
    AlarmIntake intake;

    @Autowired
    CaseAlarms joined;

    @Autowired
    AlarmCatchUp catchUp;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext sql;

    @Test
    void anAlarmDeliveredTwiceOpensOneCase() {
        Station station = world.station();
        AlarmId alarm = station.raises("dusty");
        CaseOnHand opened = world.awaitCaseOf(alarm);

        transactions.run(() -> intake.raised(alarm));
        transactions.run(() -> intake.raised(alarm));

        assertThat(casesOn(station)).hasSize(1);
        assertThat(opened.timeline()).containsExactly("report", "accept", "file", "dispatch");
    }

    @Test
    void aFurtherAlarmOnTheSameSubjectJoinsTheOpenCase() {
        Station station = world.station();
        CaseOnHand opened = world.awaitCaseOf(station.raises("dusty"));

        CaseOnHand other = world.awaitCaseOf(station.raises("severe"));

        assertThat(other.id()).isEqualTo(opened.id());
        assertThat(opened.now().path("alarms").size()).isEqualTo(2);
        assertThat(opened.timeline()).endsWith("alarm-joined");
        station.clears("dusty");
        assertThat(opened.blockedBy()).isEqualTo("alarm-open");
    }

    @Test
    void anAlarmBelowTheOpenersSeverityOpensNothing() {
        Station station = world.station();
        AlarmId blue = station.raises("dusty", 1);

        transactions.run(() -> intake.raised(blue));

        assertThat(casesOn(station)).isEmpty();
    }

    @Test
    void theCaseGoesToTheDepartmentOfTheSmallestArea() {
        assertThat(world.awaitCaseOf(world.station().raises("dusty")).department())
                .isEqualTo("housing-site");
        CaseOnHand atTheDock =
                world.awaitCaseOf(world.station().at("/city/east/dock/").raises("dusty"));
        assertThat(atTheDock.department()).isEqualTo("port");
        assertThat(atTheDock.stage()).isEqualTo("handle");
    }

    @Test
    void aCaseThatNoRuleDispatchesWaitsForAnOfficer() {
        CaseOnHand stray = world.awaitCaseOf(world.station().raises("stray"));

        assertThat(stray.stage()).isEqualTo("dispatch");
        assertThat(stray.actionsFor(world.officer())).contains("dispatch");
    }

    @Test
    void theCaseSaysWhatTheAlarmSaid() {
        Station station = world.station();
        JsonNode opened = world.awaitCaseOf(station.raises("dusty")).now();

        assertThat(opened.at("/title/en").asString()).isEqualTo("Station " + station.id() + ": Rule dusty");
        assertThat(opened.path("severity").asInt()).isEqualTo(3);
        assertThat(opened.at("/subject/id").asString()).isEqualTo(station.id());
        assertThat(opened.path("number").asString()).matches("AJ-\\d{8}-\\d{4,}");
        assertThat(opened.path("standing").asString()).isEqualTo("on-time");
        assertThat(opened.at("/timeline/0/actor").asString()).isEqualTo("sensor");
        assertThat(opened.at("/timeline/0/values/values/pm10").asInt()).isEqualTo(412);
        assertThat(opened.at("/timeline/3/actor").asString()).isEqualTo("platform");
        assertThat(opened.at("/timeline/3/values/department").asString()).isEqualTo("housing-site");
    }

    @Test
    void aClearingThatWasNotHeardIsFoundLater() {
        Station station = world.station();
        AlarmId alarm = station.raises("dusty");
        CaseOnHand opened = world.awaitCaseOf(alarm);
        station.clears("dusty");
        opened.awaitBlockedBy("awaits-handling");
        sql.execute(
                "update cs_cases.case_alarm set cleared_at = null, clear_recorded_at = null where alarm_id = ?",
                alarm.value());

        catchUp.run();

        assertThat(joined.list(new org.chengshu.cases.CaseId(java.util.UUID.fromString(opened.id())))
                        .getFirst()
                        .clearedAt())
                .isPresent();
    }

    @Test
    void historyThatWasOverBeforeTheNextAlarmIsAnotherCase() {
        Station station = world.station().withADiary();
        AlarmId first = station.raisedLongAgo("dusty", Duration.ofDays(10));
        station.clearedLongAgo(first, Duration.ofDays(9));
        AlarmId next = station.raisedLongAgo("dusty", Duration.ofDays(5));
        AlarmId meanwhile = station.raisedLongAgo("severe", Duration.ofDays(4));

        CaseOnHand later = world.awaitCaseOf(meanwhile);

        assertThat(world.awaitCaseOf(next).id()).isEqualTo(later.id());
        assertThat(world.awaitCaseOf(first).id()).isNotEqualTo(later.id());
        assertThat(world.awaitCaseOf(first).stage()).isEqualTo("close");
        assertThat(later.stage()).isEqualTo("handle");
    }

    @Test
    void historyOpensCasesAtItsOwnTimeAndApartFromThePresent() {
        Station station = world.station();
        CaseOnHand past = world.awaitCaseOf(station.raisedLongAgo("dusty", Duration.ofDays(3)));
        CaseOnHand present = world.awaitCaseOf(station.raises("dusty"));

        assertThat(present.id()).isNotEqualTo(past.id());
        assertThat(past.now().path("historical").asBoolean()).isTrue();
        assertThat(past.now().path("openedAt").asString())
                .isLessThan(present.now().path("openedAt").asString());
        assertThat(past.now().path("standing").asString()).isEqualTo("overdue");
    }

    private List<String> casesOn(Station station) {
        return world.officer()
                .get(CasesWorld.CASES + "?subject=" + station.id())
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
