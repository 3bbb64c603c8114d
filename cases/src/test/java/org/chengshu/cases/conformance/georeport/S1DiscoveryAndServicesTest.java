package org.chengshu.cases.conformance.georeport;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** Service Discovery; Format Support; GET Service List; GET Service Definition. */
@CasesTest
class S1DiscoveryAndServicesTest {
    @Autowired
    CasesWorld world;

    private GeoReportDoor door;

    @BeforeEach
    void knock() {
        door = new GeoReportDoor(world);
    }

    @Test
    void discoveryNamesTheEndpointItsFormatsAndAChangeset() {
        Element discovery = GeoReportDoor.xml(door.get("/discovery.xml"));
        assertThat(discovery.getTagName()).isEqualTo("discovery");
        JsonNode json = door.get("/discovery.json").json();
        JsonNode endpoint = json.at("/endpoints/0");
        assertThat(endpoint.path("specification").asString()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.path("url").asString()).endsWith("/open311/v2");
        assertThat(endpoint.path("formats").toString()).isEqualTo("[\"text/xml\",\"application/json\"]");
        assertThat(json.path("changeset").asString()).isNotEmpty();
    }

    @Test
    void theNodeTellsThatItMeetsTheStandard() {
        JsonNode standard = world.client().get("/conformance").json().at("/standards/0");
        assertThat(standard.path("name").asString()).isEqualTo("Open311 GeoReport");
        assertThat(standard.path("met")).isNotEmpty();
    }

    @Test
    void theServiceListIsTheSameInXmlAndJsonAndAsksForNoKey() {
        Answer answer = door.get("/services.json?jurisdiction_id=");
        assertThat(answer.header("Content-Type").replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        JsonNode first = answer.json().get(0);
        assertThat(first.path("service_code").asString()).isEqualTo("street-dirt");
        assertThat(first.path("service_name").asString()).isEqualTo("Dirty street");
        assertThat(first.path("metadata").asBoolean(true)).isFalse();
        assertThat(first.path("type").asString()).isEqualTo("realtime");
        JsonNode second = answer.json().get(1);
        assertThat(second.path("metadata").asBoolean()).isTrue();
        assertThat(second.path("keywords").asString()).isEqualTo("hole, road");
        assertThat(second.path("group").asString()).isEqualTo("Streets");

        Element services = GeoReportDoor.xml(door.get("/services.xml"));
        assertThat(services.getTagName()).isEqualTo("services");
        Element service = GeoReportDoor.children(services).getFirst();
        assertThat(service.getTagName()).isEqualTo("service");
        assertThat(GeoReportDoor.text(service, "metadata")).isEqualTo("false");
        assertThat(world.client()
                        .with("Accept-Language", "zh-CN")
                        .get("/open311/v2/services.json")
                        .body())
                .contains("街面不洁");
    }

    @Test
    void aDefinitionTellsEachAttributeInOrderWithTheSixDatatypes() {
        JsonNode definition = door.get("/services/road-hole.json").json();

        assertThat(definition.path("service_code").asString()).isEqualTo("road-hole");
        assertThat(definition
                        .path("attributes")
                        .valueStream()
                        .map(attribute -> attribute.path("order").asInt() + " "
                                + attribute.path("code").asString() + " "
                                + attribute.path("datatype").asString() + " "
                                + attribute.path("required").asBoolean()))
                .containsExactly(
                        "1 size singlevaluelist true",
                        "2 depth_cm number false",
                        "3 noticed datetime false",
                        "4 remarks text false",
                        "5 lane string false",
                        "6 hinders multivaluelist false");
        assertThat(definition.at("/attributes/0/values/1").toString())
                .isEqualTo("{\"key\":\"large\",\"name\":\"Large\"}");
        assertThat(definition.at("/attributes/1/datatype_description").asString())
                .isEqualTo("in centimetres");

        Element xml = GeoReportDoor.xml(door.get("/services/road-hole.xml"));
        assertThat(xml.getTagName()).isEqualTo("service_definition");
        Element attribute =
                GeoReportDoor.children(GeoReportDoor.children(xml).get(1)).getFirst();
        assertThat(attribute.getTagName()).isEqualTo("attribute");
        assertThat(GeoReportDoor.text(attribute, "variable")).isEqualTo("true");
    }

    @Test
    void errorsComeInTheStandardsOwnForm() {
        Answer json = door.get("/services/nothing.json");
        assertThat(json.status()).isEqualTo(404);
        assertThat(json.json().at("/0/code").asInt()).isEqualTo(404);
        assertThat(json.json().at("/0/description").asString()).contains("service_code nothing");

        Answer xml = door.get("/services/nothing.xml");
        assertThat(xml.status()).isEqualTo(404);
        Element errors = GeoReportDoor.xml(xml);
        assertThat(errors.getTagName()).isEqualTo("errors");
        assertThat(GeoReportDoor.text(GeoReportDoor.children(errors).getFirst(), "code"))
                .isEqualTo("404");
        assertThat(door.get("/services.pdf").status()).isEqualTo(404);
    }
}
