package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Report;
import org.chengshu.sense.decoders.Decoders;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@SenseTest
class ModelResourceTest {
    @Autowired
    SenseWorld world;

    @Autowired
    Decoders decoders;

    @Autowired
    Intake intake;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    private PeopleClient people;
    private String product;

    @BeforeEach
    void signIn() {
        people = PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(new TestPeople(context).token("*"));
        product = world.freshProduct();
    }

    @Test
    void everyChangeOfAModelIsAVersionThatSaysWhatChanged() {
        apply(SenseWorld.station(product));
        apply(SenseWorld.station(product).replace("\"id\": \"note\"", "\"id\": \"remark\""));

        List<JsonNode> versions = items("/versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst()
                        .path("changes")
                        .valueStream()
                        .map(change -> change.path("kind").asString() + " "
                                + change.path("subject").asString()))
                .containsExactly("property-added remark", "property-removed note");
        assertThat(people.get(path("/versions/2/changes-to/1"))
                        .json()
                        .get(0)
                        .path("kind")
                        .asString())
                .isEqualTo("property-added");
        assertThat(people.get(path("/versions/1")).body()).contains("\"note\"");
        assertThat(people.get(path("/versions/3")).status()).isEqualTo(404);
    }

    @Test
    void aPropertyOfAnotherTypeGoesOnInASeriesOfItsOwn() throws Exception {
        String device = world.freshDevice(product);
        report(device, Value.of(7));
        apply(SenseWorld.station(product)
                .replace(
                        "{\"id\": \"level\", \"title\": {\"zh\": \"水位\", \"en\": \"Level\"}, \"type\": \"number\"}",
                        "{\"id\": \"level\", \"title\": {\"zh\": \"水位\", \"en\": \"Level\"}, \"type\": \"text\"}"));
        assertThat(latest(device).has("level")).isFalse();

        report(device, Value.of("high"));

        assertThat(latest(device).path("level").path("value").asString()).isEqualTo("high");
    }

    @Test
    void aDecoderIsTriedBeforeADeviceMeetsIt() {
        Map<String, Object> decoder = Map.of(
                "format",
                "binary",
                "fields",
                List.of(Map.of("property", "level", "at", 0, "type", "int16", "scale", 0.5)));

        JsonNode seen = trial(Map.of("payload", "FF FE", "as", "hex", "decoder", decoder))
                .json();
        assertThat(seen.at("/observations/0/values/level").doubleValue()).isEqualTo(-1);

        PeopleClient.Answer refused =
                trial(Map.of("payload", "00", "as", "hex", "decoder", Map.of("format", "binary", "feilds", List.of())));
        assertThat(refused.code()).isEqualTo("DECODER_FAULTY");
        assertThat(refused.json().at("/errors/0/place").asString()).isEqualTo("/decoder/feilds");
        assertThat(trial(Map.of("payload", "zz", "as", "hex")).code()).isEqualTo("DECODER_FAULTY");
        assertThat(trial(Map.of("payload", "{\"level\": 3}"))
                        .json()
                        .at("/observations/0/values/level")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void aDecoderComesAndGoesWithThePack() {
        String with = "{\"decoder\": {\"format\": \"json\", \"fields\": [{\"property\": \"level\", \"at\": \"$.l\"}]},"
                + SenseWorld.station(product).substring(1);
        apply(with);
        assertThat(decoders.decoder(product)).isPresent();
        assertThat(people.get(path("/model")).json().at("/decoder/format").asString())
                .isEqualTo("json");

        apply(SenseWorld.station(product));
        assertThat(decoders.decoder(product)).isEmpty();
        assertThat(items("/versions")).hasSize(3);
    }

    private void report(String device, Value level) throws Exception {
        Observation seen = Observation.of(Instant.now(), "level", level);
        Intake.Answer answer =
                intake.offer(Delivery.of(Door.HTTP, Instant.now(), new Report(device, List.of(seen), List.of())));
        ((Intake.Taken) answer).receipt().get(10, TimeUnit.SECONDS);
    }

    private JsonNode latest(String device) {
        return people.get("/api/sense/v1/devices/" + device).json().path("latest");
    }

    private PeopleClient.Answer trial(Map<String, Object> order) {
        return people.post(path("/decoder/trial"), order);
    }

    private List<JsonNode> items(String sub) {
        return people.get(path(sub)).json().path("items").valueStream().toList();
    }

    private String path(String sub) {
        return "/api/sense/v1/products/" + product + sub;
    }

    private void apply(String station) {
        world.pack("pack-" + product, Map.of("products", List.of(station)));
    }
}
