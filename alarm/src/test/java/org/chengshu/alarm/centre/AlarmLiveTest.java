package org.chengshu.alarm.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.chengshu.alarm.centre.AlarmWorld.Station;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@AlarmTest
class AlarmLiveTest {
    @Autowired
    AlarmWorld world;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Test
    void anOpenScreenHearsOfTheAlarmAndItsClearingButNotOfHistory() throws Exception {
        Station station = AlarmWorld.station();
        Station past = AlarmWorld.station().fromImport(true);
        List<String> heard = new CopyOnWriteArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient();
                AutoCloseable _ = http::shutdownNow) {
            Stream<String> lines = open(http);
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> lines.forEach(heard::add));
            world.raise(past);
            world.raise(station);
            world.clear(station);
            await(heard, station, "raised");
            await(heard, station, "cleared");
            lines.close();
            http.shutdownNow();
            reading.handle((done, broken) -> null).join();
        }

        assertThat(heard).contains("event:alarm");
        assertThat(heard).noneMatch(line -> line.contains(past.id()));
    }

    @Test
    void aScreenHearsNothingMoreOnceItsPersonMayNoLonger() throws Exception {
        TestPeople people = new TestPeople(context);
        AccountView watcher = people.account(Optional.empty(), "alarm:read");
        try (HttpClient http = HttpClient.newHttpClient();
                AutoCloseable _ = http::shutdownNow) {
            Stream<String> lines = open(http, people.token(watcher.id()));
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> lines.forEach(line -> {}));

            PeopleClient.at(port)
                    .bearer(people.token("core:accounts", "alarm:read"))
                    .post("/api/core/v1/accounts/" + watcher.id() + "/disable", Map.of());

            Eventually.eventually("the stream ends", reading::isDone);
        }
    }

    private Stream<String> open(HttpClient http) throws Exception {
        return open(http, new TestPeople(context).token("alarm:read"));
    }

    private Stream<String> open(HttpClient http, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/alarm/v1/alarms/live"))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static void await(List<String> heard, Station station, String state) {
        Eventually.eventually(state + " of " + station.id(), () -> heard.stream()
                .anyMatch(line -> line.contains("\"id\":\"" + station.id() + "\"")
                        && line.contains("\"state\":\"" + state + "\"")));
    }
}
