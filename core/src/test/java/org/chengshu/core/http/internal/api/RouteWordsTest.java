package org.chengshu.core.http.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteWordsTest {
    @Test
    void saysWhatIsDoneToWhat() {
        assertThat(summary("GET", "/api/alarm/v1/alarms")).isEqualTo("list alarms");
        assertThat(summary("POST", "/api/core/v1/accounts")).isEqualTo("add to accounts");
        assertThat(summary("GET", "/api/alarm/v1/alarms/{id}")).isEqualTo("read one of alarms");
        assertThat(summary("PUT", "/api/sense/v1/devices/{code}")).isEqualTo("change one of devices");
        assertThat(summary("DELETE", "/api/core/v1/tokens/{id}")).isEqualTo("remove one of tokens");
        assertThat(summary("POST", "/api/alarm/v1/alarms/{id}/acknowledge")).isEqualTo("acknowledge one of alarms");
        assertThat(summary("GET", "/api/sense/v1/devices/{code}/series/{property}/readings"))
                .isEqualTo("list readings of one of series of one of devices");
        assertThat(summary("GET", "/api/data/v1/datasets/{id}/rows.csv")).isEqualTo("list rows csv of one of datasets");
    }

    @Test
    void givesEachRouteAnIdOfItsOwn() {
        assertThat(RouteWords.of("POST", "/api/alarm/v1/alarms/{id}/acknowledge")
                        .operationId())
                .isEqualTo("alarm.acknowledgeOneOfAlarms");
        assertThat(RouteWords.of("GET", "/openapi").operationId()).isEqualTo("api.listOpenapi");
    }

    private static String summary(String method, String path) {
        return RouteWords.of(method, path).summary();
    }
}
