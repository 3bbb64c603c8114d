package org.chengshu.core.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookTest extends NoticeTown {
    private static final String WEBHOOKS = "/api/core/v1/webhooks";
    private static final String DELIVERIES = "/api/core/v1/notice-deliveries";

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private HttpServer receiver;
    private String secret;

    record Call(String signature, String delivery, String body) {}

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            calls.add(new Call(
                    exchange.getRequestHeaders().getFirst("Chengshu-Signature"),
                    exchange.getRequestHeaders().getFirst("Chengshu-Delivery"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        receiver.start();
        office.delete(WEBHOOKS + "/flood-desk");
        Answer made = office.post(WEBHOOKS, Map.of("id", "flood-desk", "title", "防汛台", "url", url()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        secret = made.json().path("secret").asString();
    }

    @AfterEach
    void hangUp() {
        receiver.stop(0);
    }

    @Test
    void aReceiverCanCheckThatACallIsOursAndFresh() throws Exception {
        tell();

        eventually("the call comes", () -> !calls.isEmpty());
        Call call = calls.getFirst();
        assertThat(signatureOf(call)).isEqualTo(call.signature());
        assertThat(seconds(call))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 1);
        JsonNode body = json(call.body());
        assertThat(body.path("matter").asString()).isEqualTo("flood");
        assertThat(body.path("severity").asInt()).isEqualTo(3);
        assertThat(body.path("title").path("zh").asString()).isEqualTo("积水 <30 厘米>");
        assertThat(body.path("rule").asString()).isEqualTo("calls");
        assertThat(call.delivery()).isNotBlank();
    }

    @Test
    void keepsOnADeadListWhatIsRefusedAndSendsItAgain() {
        answer.set(410);
        tell();
        eventually("it is dead", () -> !dead().isEmpty());
        JsonNode one = dead().path(0);
        assertThat(one.path("error").asString()).isEqualTo("it answered 410");
        assertThat(one.path("to").asString()).isEqualTo("flood-desk");
        answer.set(204);
        int before = calls.size();

        assertThat(office.post(DELIVERIES + "/" + one.path("id").asString() + "/resend", "")
                        .status())
                .isEqualTo(200);

        eventually("it has come", () -> calls.size() == before + 1 && dead().isEmpty());
        Answer again = office.post(DELIVERIES + "/" + one.path("id").asString() + "/resend", "");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void doesNotFollowRedirectsAndTriesAgainWhenTheReceiverIsBusy() {
        answer.set(302);
        tell();
        eventually("it is dead", () -> dead().findValuesAsString("error")
                .contains("it answered 302; redirects are not followed"));
        assertThat(office.post(DELIVERIES + "/resend?channel=webhook", "")
                        .json()
                        .path("count")
                        .asInt())
                .isPositive();
        eventually("it is dead again", () -> !dead().isEmpty());
        answer.set(503);
        office.post(DELIVERIES + "/resend", "");
        eventually("it waits", () -> office.get(DELIVERIES + "?state=waiting&channel=webhook")
                .json()
                .path("items")
                .findValuesAsString("error")
                .contains("it answered 503"));
        answer.set(200);
        eventually("it has come", () -> office.get(DELIVERIES + "?state=waiting&channel=webhook")
                .json()
                .path("items")
                .isEmpty());
    }

    @Test
    void changesAWebhookOnlyForWhoSawItAndShowsItsSecretOnce() throws Exception {
        Answer seen = office.get(WEBHOOKS + "/flood-desk");
        assertThat(seen.json().path("secret").isMissingNode()
                        || seen.json().path("secret").isNull())
                .isTrue();
        Map<String, Object> change = Map.of("title", "新", "url", url(), "enabled", false);
        assertThat(office.put(WEBHOOKS + "/flood-desk", change).status()).isEqualTo(428);
        assertThat(office.with("If-Match", seen.header("ETag"))
                        .put(WEBHOOKS + "/flood-desk", change)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isFalse();
        assertThat(office.with("If-Match", seen.header("ETag"))
                        .put(WEBHOOKS + "/flood-desk", change)
                        .status())
                .isEqualTo(412);
        String renewed = office.post(WEBHOOKS + "/flood-desk/secret", "")
                .json()
                .path("secret")
                .asString();
        assertThat(renewed).isNotEqualTo(secret);
        secret = renewed;
        assertThat(office.post(WEBHOOKS + "/flood-desk/test", "")
                        .json()
                        .path("status")
                        .asInt())
                .isEqualTo(204);
        assertThat(signatureOf(calls.getLast())).isEqualTo(calls.getLast().signature());

        assertThat(office.post(WEBHOOKS, Map.of("id", "bad", "title", "t", "url", "ftp://example.com/"))
                        .code())
                .isEqualTo("ADDRESS_NOT_ALLOWED");
    }

    private void tell() {
        Notice flood = flood(key(), 3);
        transactions.run(() -> notices.route(new Notice(
                flood.matter(),
                flood.key(),
                flood.severity(),
                flood.title(),
                flood.text(),
                flood.page(),
                flood.areaPath(),
                Map.of("call", "this"))));
    }

    private JsonNode dead() {
        return office.get(DELIVERIES + "?state=dead&channel=webhook").json().path("items");
    }

    private static JsonNode json(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().readTree(text);
    }

    private static long seconds(Call call) {
        return Long.parseLong(call.signature().substring(2, call.signature().indexOf(',')));
    }

    // As the documentation tells a receiver to check.
    private String signatureOf(Call call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = seconds(call) + "." + call.body();
        return "t=" + seconds(call) + ",v1="
                + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }
}
