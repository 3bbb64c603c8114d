package org.chengshu.sense.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.sense.Door;
import org.chengshu.sense.testing.FakeApiTokens;
import org.chengshu.sense.testing.Messages;
import org.chengshu.sense.testing.SenseWorld;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HttpDoorTest extends DoorContract {
    private static final String PATH = "/v1/devices/me/telemetry";

    @Autowired
    DoorPorts ports;

    @Autowired
    FakeApiTokens programs;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    private DoorHttp http;
    private String token;

    @BeforeEach
    void takeAToken() {
        http = new DoorHttp(ports);
        token = world.token(device);
    }

    @Override
    protected Door door() {
        return Door.HTTP;
    }

    @Override
    protected void send(List<Sent> values) {
        assertThat(http.post(PATH, token, Messages.ofDevice(values)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersWithTheCountsOfTheMessage() {
        HttpResponse<String> answer = http.post(PATH, token, "{\"pm25\":12.5,\"note\":7}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"stored\":1,\"duplicate\":0,\"rejected\":1,\"late\":0}");
    }

    @Test
    void whatADeviceSendsInAFormOfItsOwnIsReadByTheDecoderOfItsProduct() {
        String product = "decoded-station";
        world.pack(
                product, Map.of("products", List.of(SenseWorld.station(product).replaceFirst("\\{", """
                                        {"decoder": {"format": "binary", "payload": {"as": "hex"}, "fields": [
                                          {"property": "pm25", "at": 0, "type": "uint16"},
                                          {"property": "level", "at": 2, "type": "uint16"}]},"""))));
        String decoded = world.freshDevice(product);

        HttpResponse<String> answer = http.post(PATH, world.token(decoded), "07D2");

        assertThat(answer.body()).isEqualTo("{\"stored\":0,\"duplicate\":0,\"rejected\":2,\"late\":0}");
        assertThat(world.reasons(decoded)).containsExactlyInAnyOrder("malformed", "out-of-range");
        assertThat(http.post(PATH, world.token(decoded), "00070003").body()).contains("\"stored\":2");
    }

    @Test
    void whoWaitsTooLongForTheDatabaseIsAnsweredAndMaySendAgainWithoutDoubling() throws Exception {
        String message = "{\"ts\":1772366400000,\"values\":{\"pm25\":12.5}}";
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Void> away = CompletableFuture.runAsync(() -> holdTheLog(held, asked));
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

        HttpResponse<String> answer = http.post(PATH, token, message);
        asked.countDown();
        away.get(30, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("INTAKE_UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(http.post(PATH, token, message).body())
                .isEqualTo("{\"stored\":0,\"duplicate\":1,\"rejected\":0,\"late\":0}");
        assertThat(world.readings(device)).hasSize(1);
    }

    /** Nothing can be stored until it is let go. */
    private void holdTheLog(CountDownLatch held, CountDownLatch until) {
        transactions.run(() -> {
            db.execute("lock table cs_sense.block in access exclusive mode");
            held.countDown();
            try {
                assertThat(until.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aMessageThatCannotBeReadIsKeptAsARejectionAndToldToTheSender() {
        HttpResponse<String> answer = http.post(PATH, token, "{\"pm25\":");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("TELEMETRY_MALFORMED").contains("\"rejected\":1");
        assertThat(world.reasons(device)).containsExactly("malformed");
    }

    @Test
    void anUnknownTokenIsNobody() {
        assertThat(http.post(PATH, "csd_wrong", "{\"pm25\":1}").statusCode()).isEqualTo(401);
        assertThat(http.post(PATH, "", "{\"pm25\":1}").statusCode()).isEqualTo(401);
    }

    @Test
    void aNewTokenVoidsTheOldOne() {
        http.post(PATH, token, "{\"pm25\":1}");
        String fresh = world.token(device);

        assertThat(http.post(PATH, token, "{\"pm25\":2}").statusCode()).isEqualTo(401);
        assertThat(http.post(PATH, fresh, "{\"pm25\":3}").statusCode()).isEqualTo(200);
    }

    @Test
    void aDeviceIsNoGateway() {
        assertThat(http.post("/v1/gateway/telemetry", token, "[]").statusCode()).isEqualTo(401);
    }

    @Test
    void aProgramWithoutTheRightIsRefused() {
        String reader = programs.give("/", "sense:read");

        assertThat(http.post("/v1/gateway/telemetry", reader, "[]").statusCode())
                .isEqualTo(403);
    }
}
