package org.chengshu.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ScheduleTest {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = new JsonMapper();

    private static Schedule schedule(String json) {
        return JSON.readValue(json.replace('\'', '"'), Schedule.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'everyMinutes':15} | 2026-03-01T00:00:00Z | 2026-03-01T00:15:00Z",
                "{'at':['02:30']} | 2026-03-01T00:00:00Z | 2026-03-01T18:30:00Z",
                "{'at':['02:30'],'days':['MONDAY']} | 2026-03-01T19:00:00Z | 2026-03-08T18:30:00Z",
                "{'cron':'0 0 3 * * *'} | 2026-03-01T00:00:00Z | 2026-03-01T19:00:00Z",
                "{'everyMinutes':15,'window':{'from':'22:00','to':'06:00'}} | 2026-03-01T00:00:00Z | 2026-03-01T14:00:00Z",
                "{'everyMinutes':15,'window':{'from':'22:00','to':'06:00'}} | 2026-03-01T21:00:00Z | 2026-03-01T21:15:00Z",
                "{'everyMinutes':60,'window':{'from':'09:00','to':'12:00'}} | 2026-03-01T03:30:00Z | 2026-03-02T01:00:00Z",
            })
    void comesAtItsTimesAndOnlyWithinItsWindow(String json, Instant after, Instant expected) {
        assertThat(schedule(json).next(after, CITY)).isEqualTo(expected);
        assertThat(schedule(json).open(expected, CITY)).isTrue();
    }

    @Test
    void comesBackFromJsonAsItWas() {
        Schedule schedule = schedule("{'at':['02:30'],'window':{'from':'22:00','to':'06:00'}}");
        assertThat(JSON.readValue(JSON.writeValueAsString(schedule), Schedule.class))
                .isEqualTo(schedule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{'everyMinutes':0}", "{'everyMinutes':5,'cron':'0 0 * * * *'}", "{'cron':'at night'}"})
    void whatIsNoScheduleIsRefused(String json) {
        assertThatThrownBy(() -> schedule(json)).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
