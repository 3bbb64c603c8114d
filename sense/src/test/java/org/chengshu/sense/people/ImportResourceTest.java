package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.sense.testing.SenseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@SenseTest
class ImportResourceTest {
    private static final String MAPPING = """
            {"id": "people", "format": "csv", "time": {"columns": ["y", "m", "d", "h"], "zone": "+08:00"},
             "device": {"column": "station", "code": "air-{station}", "create": true}, "missing": ["NA"],
             "columns": {"PM2.5": {"property": "pm25"}}}""";

    @Autowired
    SenseWorld world;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private PeopleClient steward;
    private String product;

    @BeforeEach
    void signIn() {
        steward = PeopleClient.at(port).bearer(new TestPeople(context).token("sense:*", "alarm:read"));
        product = world.freshProduct();
        world.pack("people-mapping", Map.of("mappings", List.of(MAPPING)));
    }

    @Test
    void aFileIsImportedAsAJobWithAReport() {
        String station = product.replace("station-", "");
        Answer started = steward.postText(
                "/api/sense/v1/imports?product=" + product + "&mapping=people&name=a.csv", """
                No,y,m,d,h,PM2.5,station
                1,2015,3,1,0,160,%1$s
                2,2015,3,1,1,NA,%1$s
                3,2015,3,1,2,180,%1$s
                4,2015,3,1,3,90,%1$s
                """.formatted(station));
        assertThat(started.status()).isEqualTo(202);

        JsonNode job = finished(started.json().path("job").asString());

        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.at("/result/columns/0/stored").asInt()).isEqualTo(3);
        assertThat(job.at("/result/columns/0/missing").asInt()).isEqualTo(1);
        assertThat(job.at("/result/alarms/heavy-" + product).asInt()).isEqualTo(1);
        JsonNode alarms = steward.get("/api/alarm/v1/alarms?state=all&historical=true&subject=air-" + station)
                .json()
                .path("items");
        assertThat(alarms).hasSize(1);
        assertThat(alarms.at("/0/clearedAt").asString()).isEqualTo("2015-02-28T19:00:00Z");
        assertThat(steward.get("/api/sense/v1/devices/air-" + station)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("offline");
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAJobIsStarted() {
        String path = "/api/sense/v1/imports?product=" + product + "&mapping=";

        assertThat(steward.postText(path + "people", "y,m,d\n").code()).isEqualTo("IMPORT_FAULTY");
        assertThat(steward.postText(path + "nothing", "y,m,d\n").code()).isEqualTo("MAPPING_NOT_FOUND");
    }

    private JsonNode finished(String id) {
        Eventually.eventually("the job ends", () -> job(id).path("endedAt").isString());
        return job(id);
    }

    private JsonNode job(String id) {
        return steward.get("/api/core/v1/jobs/" + id).json();
    }
}
