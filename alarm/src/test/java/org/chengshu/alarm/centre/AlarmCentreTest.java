package org.chengshu.alarm.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengshu.alarm.centre.AlarmWorld.MORNING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmAcknowledged;
import org.chengshu.alarm.AlarmCleared;
import org.chengshu.alarm.AlarmCourse;
import org.chengshu.alarm.AlarmError;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.AlarmSeverityChanged;
import org.chengshu.alarm.AlarmState;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.HistoricalClearing;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.centre.AlarmWorld.Station;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlarmTest
class AlarmCentreTest {
    private static final Viewer OFFICER =
            new Viewer(UUID.randomUUID(), "wang", "王值班", Set.of("alarm:*"), "/310000/", Optional.empty());

    @Autowired
    Alarms alarms;

    @Autowired
    AlarmWorld world;

    @Autowired
    HeardEvents heard;

    @Autowired
    Transactions transactions;

    @Test
    void aSecondSignalOfTheSameRuleReturnsTheOpenAlarm() {
        Station station = AlarmWorld.station();

        AlarmId first = world.raise(station);

        assertThat(world.raise(station)).isEqualTo(first);
        assertThat(alarms.openOn(station.subject())).hasSize(1);
        assertThat(world.raise(station.rule("noisy"))).isNotEqualTo(first);
    }

    @Test
    void keepsTheRuleTheValuesAndTheTimesAsTheyWere() {
        Station station = AlarmWorld.station();

        Alarm alarm = world.now(world.raise(station));

        assertThat(alarm.rule()).isEqualTo(station.signal().rule());
        assertThat(alarm.subject()).isEqualTo(station.signal().subject());
        assertThat(alarm.values()).isEqualTo(Map.of("pm10", 412.5));
        assertThat(alarm.since()).isEqualTo(MORNING);
        assertThat(alarm.raisedAt()).isEqualTo(MORNING.plusSeconds(120));
        assertThat(alarm.state()).isEqualTo(AlarmState.RAISED);
        assertThat(alarm.open()).isTrue();
    }

    @Test
    void anAlarmThatClearedMayBeRaisedAnew() {
        Station station = AlarmWorld.station();
        AlarmId first = world.raise(station);

        assertThat(world.clear(station)).contains(first);
        assertThat(world.clear(station)).isEmpty();

        assertThat(world.raise(station)).isNotEqualTo(first);
        assertThat(world.now(first).clearedValues()).isEqualTo(Map.of("pm10", 90.5));
        assertThat(world.now(first).state()).isEqualTo(AlarmState.CLEARED);
    }

    @Test
    void tellsTheSilenceThatClearedByThePlatformsClock() {
        Station station = AlarmWorld.station().rule("silence");
        Instant before = Instant.now().minusSeconds(1);
        AlarmId id = world.raise(station);
        world.clear(station);

        assertThat(alarms.clearedOn(station.subject(), before, Instant.now().plusSeconds(1)))
                .extracting(Alarm::id)
                .containsExactly(id);
        assertThat(alarms.clearedOn(station.subject(), MORNING, MORNING.plusSeconds(900)))
                .isEmpty();
    }

    @Test
    void hundredsAreRaisedAtOnceEachInItsPlace() {
        Station known = AlarmWorld.station();
        AlarmId open = world.raise(known);
        List<Signal> signals = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i ->
                        AlarmWorld.station().rule("hundreds").in("/hundreds/").signal())
                .toList());
        signals.add(7, known.signal());
        signals.add(known.signal());

        List<AlarmId> ids = alarms.raiseAll(signals);

        assertThat(ids).hasSize(302);
        assertThat(ids.get(7)).isEqualTo(open);
        assertThat(ids.getLast()).isEqualTo(open);
        for (int i = 0; i < signals.size(); i++) {
            assertThat(world.now(ids.get(i)).subject()).isEqualTo(signals.get(i).subject());
        }
    }

    @Test
    void manyWritersOfOneSubjectOpenOneAlarm() {
        Station station = AlarmWorld.station();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<AlarmId>> raised = IntStream.range(0, 16)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> world.raise(station), writers))
                    .toList();
            assertThat(raised.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        }
        heard.await(AlarmRaised.class, station.id());
        assertThat(heard.of(AlarmRaised.class, station.id())).hasSize(1);
    }

    @Test
    void anAlarmLeavesWithTheTransactionThatRaisedIt() {
        Station station = AlarmWorld.station();

        assertThatThrownBy(() -> transactions.run(() -> {
                    world.raise(station);
                    throw new IllegalStateException("the readings could not be stored");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(alarms.openOn(station.subject())).isEmpty();
    }

    @Test
    void everyStepIsAnEvent() {
        Station station = AlarmWorld.station();
        AlarmId id = world.raise(station);
        alarms.acknowledge(id, OFFICER, Optional.of("已知悉"));
        world.clear(station);

        AlarmRaised raised = heard.await(AlarmRaised.class, station.id());
        assertThat(raised.alarmId()).isEqualTo(id.value());
        assertThat(raised.title()).isEqualTo(Text.of("扬尘超标", "Too much dust"));
        assertThat(raised.severity()).isEqualTo(3);
        assertThat(heard.await(AlarmAcknowledged.class, station.id()).acknowledgedBy())
                .isEqualTo("王值班");
        assertThat(heard.await(AlarmCleared.class, station.id()).clearedAt()).isEqualTo(MORNING.plusSeconds(600));
    }

    @Test
    void anAlarmIsAcknowledgedOnceAndNotAfterItCleared() {
        Station station = AlarmWorld.station();
        AlarmId id = world.raise(station);
        alarms.acknowledge(id, OFFICER, Optional.empty());

        assertThat(world.now(id).acknowledgedBy()).contains("王值班");
        assertThatThrownBy(() -> alarms.acknowledge(id, OFFICER, Optional.empty()))
                .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code())
                        .isEqualTo(AlarmError.ALARM_ALREADY_ACKNOWLEDGED));

        Station cleared = AlarmWorld.station();
        AlarmId gone = world.raise(cleared);
        world.clear(cleared);
        assertThatThrownBy(() -> alarms.acknowledge(gone, OFFICER, Optional.empty()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(AlarmError.ALARM_ALREADY_CLEARED));
    }

    @Test
    void anAlarmOutsideTheViewersAreaIsAsGoodAsAbsent() {
        AlarmId elsewhere = world.raise(AlarmWorld.station().in("/440000/"));

        assertThat(alarms.find(elsewhere, OFFICER)).isEmpty();
        assertThatThrownBy(() -> alarms.acknowledge(elsewhere, OFFICER, Optional.empty()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(AlarmError.ALARM_UNKNOWN));
    }

    @Test
    void historyNeverCountsAsOpenAndIsKeptOnce() {
        Station station = AlarmWorld.station().fromImport(false);

        AlarmId id = world.raise(station);

        assertThat(world.raise(station)).isEqualTo(id);
        assertThat(alarms.openOn(station.subject())).isEmpty();
        assertThat(world.clear(station)).isEmpty();
        alarms.clearHistorical(id, MORNING.plusSeconds(300), Map.of("pm10", 80));
        alarms.clearHistorical(id, MORNING.plusSeconds(900), Map.of("pm10", 20));
        assertThat(world.now(id).clearedAt()).contains(MORNING.plusSeconds(300));
        assertThat(alarms.historicalOn(station.subject(), MORNING, MORNING.plusSeconds(121)))
                .extracting(Alarm::id)
                .containsExactly(id);
        assertThat(alarms.historicalOn(station.subject(), MORNING, MORNING.plusSeconds(120)))
                .isEmpty();
    }

    @Test
    void historyKnowsHowLongItWasQuietThoughABatchIsRaisedBeforeItIsCleared() {
        Signal first = AlarmWorld.station().fromImport(false).signal();
        Signal second = Signal.historical(
                first.rule(),
                first.subject(),
                MORNING.plusSeconds(900),
                MORNING.plusSeconds(1000),
                first.values(),
                false);
        List<AlarmId> ids = alarms.raiseAll(List.of(first, second));

        alarms.clearAllHistorical(List.of(
                new HistoricalClearing(ids.get(0), MORNING.plusSeconds(400), Map.of()),
                new HistoricalClearing(ids.get(1), MORNING.plusSeconds(1100), Map.of())));

        assertThat(world.now(ids.get(0)).course().againAfterSeconds()).isEmpty();
        assertThat(world.now(ids.get(1)).course().againAfterSeconds()).contains(600.0);
    }

    @Test
    void historyIsAnnouncedOnlyWhenTheImportAskedForIt() {
        Station quiet = AlarmWorld.station().fromImport(false);
        Station loud = AlarmWorld.station().fromImport(true);
        alarms.clearHistorical(world.raise(quiet), MORNING.plusSeconds(300), Map.of());
        alarms.clearHistorical(world.raise(loud), MORNING.plusSeconds(300), Map.of());

        assertThat(heard.await(AlarmRaised.class, loud.id()).historical()).isTrue();
        assertThat(heard.await(AlarmCleared.class, loud.id()).historical()).isTrue();
        assertThat(heard.of(AlarmRaised.class, quiet.id())).isEmpty();
        assertThat(heard.of(AlarmCleared.class, quiet.id())).isEmpty();
    }

    @Test
    void anAlarmThatBecomesWorseWaitsForSomebodyAgain() {
        Station station = AlarmWorld.station();
        AlarmId id = world.raise(station);
        alarms.acknowledge(id, OFFICER, Optional.empty());

        assertThat(worse(station, Severity.RED)).contains(id);
        assertThat(worse(station, Severity.RED)).isEmpty();

        Alarm alarm = world.now(id);
        assertThat(alarm.state()).isEqualTo(AlarmState.RAISED);
        assertThat(alarm.rule().severity()).isEqualTo(Severity.RED);
        assertThat(alarm.course().first()).isEqualTo(Severity.ORANGE);
        AlarmSeverityChanged heardOf = heard.await(AlarmSeverityChanged.class, station.id());
        assertThat(heardOf.from()).isEqualTo(3);
        assertThat(heardOf.to()).isEqualTo(4);
    }

    @Test
    void anAlarmThatBecomesBetterStaysAcknowledgedAndKeepsItsPeak() {
        Station station = AlarmWorld.station();
        AlarmId id = world.raise(station);
        alarms.acknowledge(id, OFFICER, Optional.empty());

        worse(station, Severity.BLUE);

        assertThat(world.now(id).state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(world.now(id).course().peak()).isEqualTo(Severity.ORANGE);
    }

    @Test
    void aPersonClearsAnAlarmWithAReasonAndItsModuleHearsOfIt() {
        Station station = AlarmWorld.station();
        AlarmId id = world.raise(station);

        alarms.clearByHand(id, OFFICER, "现场已处理");

        assertThat(world.now(id).state()).isEqualTo(AlarmState.CLEARED);
        assertThat(world.now(id).course().clearedByHand()).contains(new AlarmCourse.ByHand("王值班", "现场已处理"));
        assertThat(heard.await(AlarmCleared.class, station.id()).byHand()).contains("王值班");
        assertThatThrownBy(() -> alarms.clearByHand(id, OFFICER, "再来"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(AlarmError.ALARM_ALREADY_CLEARED));
        assertThatThrownBy(() -> alarms.clearByHand(id, OFFICER, " "))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(AlarmError.ALARM_INPUT_WRONG));
    }

    @Test
    void anAlarmThatOnlyAPersonClearsStaysWhenItsConditionIsOver() {
        Station station = AlarmWorld.station().rule("by-hand");
        AlarmId id = world.raise(station);

        assertThat(world.clear(station)).isEmpty();
        assertThat(world.now(id).course().overAt()).contains(MORNING.plusSeconds(600));
        assertThat(world.raise(station)).isEqualTo(id);
        assertThat(world.now(id).course().overAt()).isEmpty();

        alarms.clearByHand(id, OFFICER, "复位");
        assertThat(world.now(id).open()).isFalse();
    }

    private Optional<AlarmId> worse(Station station, Severity severity) {
        return alarms.changeSeverity(
                station.rule(), station.subject(), severity, MORNING.plusSeconds(300), Map.of("pm10", 800));
    }
}
