package org.chengshu.cases.conformance.georeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** POST Service Request; GET service_request_id from a token. */
@CasesTest
class S2PostServiceRequestTest {
    @Autowired
    CasesWorld world;

    private GeoReportDoor door;

    @BeforeEach
    void knock() {
        door = new GeoReportDoor(world);
    }

    @Test
    void aRequestGetsItsIdAtOnceAndNoToken() {
        Answer json = door.post("/requests.json", door.dirt());
        assertThat(json.status()).as(json.body()).isEqualTo(200);
        assertThat(json.json()).hasSize(1);
        assertThat(json.json().at("/0/service_request_id").asString()).startsWith("R-");
        assertThat(json.json().get(0).has("token")).isFalse();

        Element xml = GeoReportDoor.xml(door.post("/requests.xml", door.dirt()));
        assertThat(xml.getTagName()).isEqualTo("service_requests");
        Element request = GeoReportDoor.children(xml).getFirst();
        assertThat(request.getTagName()).isEqualTo("request");
        assertThat(GeoReportDoor.text(request, "service_request_id")).startsWith("R-");
    }

    @Test
    void attributesAreTakenAsTheDefinitionSays() {
        Map<String, String> form = door.dirt();
        form.put("service_code", "road-hole");
        form.put("attribute[size]", "large");
        form.put("attribute[depth_cm]", "12.5");
        form.put("attribute[noticed]", "2026-11-20T08:00:00+08:00");
        String body = GeoReportDoor.encoded(form) + "&attribute[hinders][]=cars&attribute[hinders][]=walkers";
        Answer answer = door.postRaw("/requests.json", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode report = ofTheCity(answer.json().at("/0/service_request_id").asString());
        assertThat(report.at("/attributes/depth_cm").asDouble()).isEqualTo(12.5);
        assertThat(report.at("/attributes/hinders").toString()).isEqualTo("[\"cars\",\"walkers\"]");
        assertThat(report.path("channel").asString()).isEqualTo("open311");
    }

    @Test
    void everyFaultIsOneErrorOfTheAnswer() {
        Map<String, String> form = door.dirt();
        form.put("service_code", "road-hole");
        form.put("attribute[depth_cm]", "deep");
        form.put("attribute[colour]", "grey");

        Answer answer = door.post("/requests.json", form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().valueStream().map(error -> error.path("code").asInt()))
                .containsOnly(400);
        assertThat(answer.body())
                .contains("/attributes/size")
                .contains("/attributes/depth_cm")
                .contains("/attributes/colour");
    }

    @Test
    void aMissingOrInvalidKeyIsForbidden() {
        Map<String, String> form = door.dirt();
        form.put("api_key", "guessed");
        Answer answer = door.post("/requests.json", form);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/0/description").asString()).contains("api_key");
        form.remove("api_key");
        assertThat(door.post("/requests.xml", form).status()).isEqualTo(403);
        form.put("api_key", world.key("cases:read"));
        assertThat(door.post("/requests.json", form).status()).isEqualTo(403);
    }

    @Test
    void theServiceAndAFullLocationAreNeeded() {
        Map<String, String> form = door.dirt();
        form.remove("service_code");
        assertThat(door.post("/requests.json", form).status()).isEqualTo(400);
        form.put("service_code", "litter");
        assertThat(door.post("/requests.json", form).status()).isEqualTo(404);
        form.put("service_code", "street-dirt");
        form.remove("long");
        assertThat(door.post("/requests.json", form).status()).isEqualTo(400);
        form.put("lat", "");
        assertThat(door.post("/requests.json", form).body()).contains("location");
        form.put("address_string", "7 Dock Road");
        assertThat(door.post("/requests.json", form).status()).isEqualTo(200);
        form.put("lat", "131.5");
        form.put("long", "121.5");
        assertThat(door.post("/requests.json", form).status()).isEqualTo(400);
    }

    @Test
    void placesOutsideTheCityAreTakenAndFlagged() {
        Map<String, String> form = door.dirt();
        form.put("lat", "37.762221815");
        form.put("long", "-122.4651145");

        JsonNode report = ofTheCity(door.take(form));

        assertThat(report.path("outside").asBoolean()).isTrue();
        assertThat(ofTheCity(door.take(door.dirt())).path("outside").asBoolean())
                .isFalse();
    }

    @Test
    void anyReportsTokenLeadsToItsId() {
        String number = door.take(door.dirt());
        String token = ofTheCity(number).path("id").asString();

        JsonNode answer = door.get("/tokens/" + token + ".json").json();

        assertThat(answer.at("/0/service_request_id").asString()).isEqualTo(number);
        assertThat(answer.at("/0/token").asString()).isEqualTo(token);
        assertThat(door.get("/tokens/none.json").status()).isEqualTo(404);
    }

    private JsonNode ofTheCity(String number) {
        return world.officer().get("/api/cases/v1/reports?q=" + number).json().at("/items/0");
    }
}
