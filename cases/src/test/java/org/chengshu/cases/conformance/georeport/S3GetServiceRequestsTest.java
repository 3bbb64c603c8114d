package org.chengshu.cases.conformance.georeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** GET Service Requests; GET Service Request; Date/time format. */
@CasesTest
class S3GetServiceRequestsTest {
    @Autowired
    CasesWorld world;

    private GeoReportDoor door;

    @BeforeEach
    void knock() {
        door = new GeoReportDoor(world);
    }

    @Test
    void oneRequestHasTheFieldsOfTheStandardAndNothingPersonal() {
        String number = door.take(door.dirt());

        JsonNode request = door.get("/requests/" + number + ".json").json().get(0);

        assertThat(List.copyOf(request.propertyNames()))
                .containsExactly(
                        "service_request_id",
                        "status",
                        "status_notes",
                        "service_name",
                        "service_code",
                        "description",
                        "agency_responsible",
                        "service_notice",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime",
                        "address",
                        "address_id",
                        "zipcode",
                        "lat",
                        "long",
                        "media_url");
        assertThat(request.path("status").asString()).isEqualTo("open");
        assertThat(request.path("lat").asDouble()).isEqualTo(31.5);
        assertThat(request.path("requested_datetime").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(request.path("description").asString()).isEqualTo("A puddle & <litter>, call 138****1234");
        Element xml = GeoReportDoor.xml(door.get("/requests/" + number + ".xml"));
        assertThat(GeoReportDoor.text(GeoReportDoor.children(xml).getFirst(), "description"))
                .isEqualTo("A puddle & <litter>, call 138****1234");
        assertThat(door.get("/requests/R-1.json").status()).isEqualTo(404);
    }

    @Test
    void idsOverrideAllOtherArguments() {
        String first = door.take(door.dirt());
        String second = door.take(door.dirt());

        assertThat(ids("?service_request_id=" + first + "," + second + "&status=closed&service_code=road-hole"))
                .containsExactly(second, first);
    }

    @Test
    void filtersByServiceTimeAndStatusAndPages() {
        Instant before = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        String open = door.take(door.dirt());
        String closed = door.take(door.dirt());
        String caseId = world.officer()
                .get("/api/cases/v1/reports?q=" + closed)
                .json()
                .at("/items/0/caseId")
                .asString();
        new CaseOnHand(world, caseId).does(world.leader(), "override-close");

        String since = "?service_code=street-dirt,nothing&start_date=" + before;
        assertThat(ids(since + "&status=closed")).startsWith(closed).doesNotContain(open);
        assertThat(ids(since + "&status=open")).contains(open).doesNotContain(closed);
        assertThat(ids(since + "&status=open,closed")).startsWith(closed, open);
        assertThat(ids(since + "&page_size=1&page=2")).containsExactly(open);
        assertThat(ids("?service_code=road-hole&start_date=" + before)).doesNotContain(open, closed);
        assertThat(ids("?end_date=" + before.minus(Duration.ofDays(1)))).isEmpty();
        JsonNode told = door.get("/requests/" + closed + ".json").json().get(0);
        assertThat(told.path("status").asString()).isEqualTo("closed");
    }

    @Test
    void whatIsAskedWronglyIsToldWhy() {
        assertThat(door.get("/requests.json?status=waiting").body()).contains("open or closed");
        assertThat(door.get("/requests.json?start_date=2010-01-01").status()).isEqualTo(400);
        assertThat(door.get("/requests.json?start_date=2010-01-01T00:00:00Z&end_date=2010-06-01T00:00:00Z")
                        .body())
                .contains("90 days");
        assertThat(door.get("/requests.json?page=0").status()).isEqualTo(400);
    }

    private List<String> ids(String query) {
        return door.get("/requests.json" + query)
                .json()
                .valueStream()
                .map(request -> request.path("service_request_id").asString())
                .toList();
    }
}
