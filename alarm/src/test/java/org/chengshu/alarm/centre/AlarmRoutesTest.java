package org.chengshu.alarm.centre;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.centre.AlarmWorld.Station;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@AlarmTest
class AlarmRoutesTest extends RouteAccessContract {
    private static final String MAINTENANCE = "/api/alarm/v1/maintenance";
    private static final String RECENT = "?from=2026-11-01T00:00:00Z";

    @Autowired
    AlarmWorld world;

    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext sql;

    @LocalServerPort
    int port;

    private int number;

    @Override
    protected List<String> modulePaths() {
        return List.of("/api/alarm/", "/api/core/v1/trace/");
    }

    @Override
    protected SampleMaker samples() {
        return (route, district) -> {
            Map<String, Object> body = Map.of(
                    "reason", "已修复",
                    "text", "看过了",
                    "until", Instant.now().plusSeconds(600).toString(),
                    "from", Instant.now().plusSeconds(60).toString(),
                    "to", Instant.now().plusSeconds(600).toString(),
                    "area", district.code());
            if (route.path().startsWith(MAINTENANCE)) {
                return Optional.of(Sample.of("id", window(body)).with(body));
            }
            Station station = AlarmWorld.station().in(district.path()).rule("routes-" + number++);
            AlarmId id = world.raise(station);
            if (route.path().startsWith("/api/alarm/v1/storms")) {
                return Optional.of(Sample.of("id", storm(id)));
            }
            prepare(route.path(), id);
            String query = route.path().contains("/statistics") ? RECENT : "";
            String mark =
                    route.path().endsWith("/assignees") || route.path().contains("/statistics") ? "" : id.toString();
            return Optional.of(new Sample(Map.of("kind", "alarm", "id", id.toString()), query, mark, body));
        };
    }

    private void prepare(String path, AlarmId id) {
        if (path.endsWith("/unshelve")) {
            sql.execute("""
                    update cs_alarm.alarm
                    set shelved_until = now() + interval '1 hour', shelved_by = 'x', shelve_reason = 'x' where id = ?
                    """, id.value());
        }
    }

    private String window(Map<String, Object> body) {
        return PeopleClient.at(port)
                .bearer(new TestPeople(context).token("*"))
                .post(MAINTENANCE, body)
                .json()
                .path("id")
                .asString();
    }

    private String storm(AlarmId root) {
        UUID id = Ids.at(Instant.now());
        sql.execute("""
                insert into cs_alarm.storm (id, scope, key, title_zh, title_en, severity, root_alarm, root_kind, root_id,
                                            root_why, area_path, started_at)
                select ?, 'rule', rule_id, 'x', 'x', 3, id, subject_kind, subject_id, 'earliest', area_path, now()
                from cs_alarm.alarm where id = ?
                """, id, root.value());
        sql.execute("update cs_alarm.alarm set storm_id = ? where id = ?", id, root.value());
        return id.toString();
    }
}
