package org.chengshu.cases.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.images.Pictures;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody without an account reports, adds a photo and follows what becomes of it. */
@CasesTest
class ResidentStoryTest {
    private static final String REPORTS = "/api/cases/v1/resident/reports";

    @Autowired
    CasesWorld world;

    @Test
    void anybodySeesWhatMayBeReportedAndWhatIsAsked() {
        JsonNode services =
                world.client().get("/api/cases/v1/resident/services").json();

        assertThat(services.path("open").asBoolean()).isTrue();
        assertThat(services.path("items").valueStream().map(item -> item.path("id")
                        .asString()))
                .startsWith("street-dirt", "road-hole");
        JsonNode areas = world.client().get("/api/cases/v1/resident/areas").json();
        assertThat(areas.at("/items/0/code").asString()).isEqualTo("west");
        assertThat(areas.at("/items/0/boundary/type").asString()).isEqualTo("Polygon");
        assertThat(services.at("/items/1/fields/0").asString()).isEqualTo("size");
    }

    @Test
    void aResidentReportsAddsAPhotoAndFollows() {
        Answer taken = report(Map.of(
                "kind", "road-hole",
                "description", "门口有坑",
                "position", List.of(121.5, 31.5),
                "attributes", Map.of("size", "small"),
                "reporter", Map.of("phone", "13700137000")));
        String number = taken.json().path("number").asString();
        String code = taken.json().path("code").asString();

        assertThat(photo(number, code).status()).isEqualTo(201);
        assertThat(photo(number, "WRONGONE").code()).isEqualTo("REPORT_UNKNOWN");
        JsonNode told = world.client()
                .post("/api/cases/v1/follow", Map.of("number", number, "code", code))
                .json();
        assertThat(told.path("stage").asString()).isEqualTo("accept");
        JsonNode seen =
                world.officer().get("/api/cases/v1/reports?q=" + number).json().at("/items/0");
        assertThat(seen.path("channel").asString()).isEqualTo("resident");
        assertThat(seen.path("hasContact").asBoolean()).isTrue();
        assertThat(seen.path("areaPath").asString()).contains("west");
    }

    @Test
    void aReportSentAgainUnderItsKeyIsTakenOnce() {
        Map<String, Object> body = Map.of("kind", "street-dirt", "description", "积水", "address", "码头路");
        PeopleClient resident =
                world.client().with("Idempotency-Key", UUID.randomUUID().toString());

        JsonNode first = resident.post(REPORTS, body).json();
        JsonNode again = resident.post(REPORTS, body).json();

        assertThat(first.path("code").asString()).hasSize(8);
        assertThat(again).isEqualTo(first);
        assertThat(resident.post(REPORTS, Map.of("kind", "street-dirt", "description", "x", "address", "y"))
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void whatIsNotForResidentsIsRefusedOrReadOver() {
        assertThat(report(Map.of("kind", "litter", "description", "x", "address", "y"))
                        .code())
                .isEqualTo("CASE_KIND_UNKNOWN");
        Answer bare = report(Map.of("kind", "street-dirt"));
        assertThat(bare.json().path("errors").valueStream().map(error -> error.path("place")
                        .asString()))
                .containsExactly("/description", "/address");
        JsonNode urgent = report(Map.of("kind", "street-dirt", "description", "急", "address", "东路", "severity", 4))
                .json();
        assertThat(world.officer()
                        .get(CasesWorld.CASES + "?q=急")
                        .json()
                        .at("/items/0/severity")
                        .asInt())
                .isLessThan(4);
        assertThat(urgent.path("number").asString()).startsWith("R-");
    }

    private Answer report(Map<String, Object> body) {
        return world.client().post(REPORTS, body);
    }

    private Answer photo(String number, String code) {
        return world.client()
                .with(ResidentResource.CODE, code)
                .postBytes(REPORTS + "/" + number + "/photos", Pictures.png());
    }
}
