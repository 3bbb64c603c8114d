package org.chengshu.sense.doors;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.command.Commands;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.doors.Heard.Done;
import org.chengshu.sense.doors.Heard.Message;
import org.chengshu.sense.topics.Dialect;
import org.chengshu.sense.topics.Down;
import org.chengshu.sense.topics.Up;
import org.chengshu.sense.twin.Twins;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says what is to be done with a message, whatever the door and whoever's topics are spoken. */
@Component
public final class Uplink {
    private final Deliveries deliveries;
    private final Speaker speaker;
    private final Commands commands;
    private final Twins twins;
    private final JsonMapper json;
    private final Clock clock;

    Uplink(Deliveries deliveries, Speaker speaker, Commands commands, Twins twins, JsonMapper json, Clock clock) {
        this.deliveries = deliveries;
        this.speaker = speaker;
        this.commands = commands;
        this.twins = twins;
        this.json = json;
        this.clock = clock;
    }

    public Heard hear(Door door, Peer peer, Up up, String topic, byte[] payload) {
        return switch (up) {
            case Up.Telemetry(var of, Dialect dialect) ->
                ofDevice(
                        door,
                        peer,
                        of,
                        topic,
                        device -> readings(
                                dialect == Dialect.JETLINKS
                                        ? deliveries.ofProperties(door, device.code(), payload)
                                        : deliveries.ofDevice(door, device.code(), payload)));
            case Up.Happened(var of, String event) ->
                ofDevice(door, peer, of, topic, device -> readings(deliveries.ofEvent(door, device, event, payload)));
            case Up.Reported(var of) ->
                ofDevice(door, peer, of, topic, device -> work(payload, state -> report(device, state)));
            case Up.Confirmed(var of, boolean _) ->
                ofDevice(
                        door,
                        peer,
                        of,
                        topic,
                        device -> work(payload, answer -> report(device, answer.path("properties"))));
            case Up.Answered(var of, Dialect dialect, var command) ->
                ofDevice(
                        door,
                        peer,
                        of,
                        topic,
                        device -> work(payload, answer -> answer(device, dialect, command, answer)));
            case Up.Presence(var of, boolean here) ->
                ofDevice(door, peer, of, topic, device -> new Heard.Presence(device, here));
            case Up.Asked(String question) ->
                ofDevice(
                        door,
                        peer,
                        Optional.empty(),
                        topic,
                        device -> work(payload, asked -> tell(device, question, asked)));
            case Up.Called(String call) ->
                ofDevice(
                        door,
                        peer,
                        Optional.empty(),
                        topic,
                        device -> work(payload, asked -> done(Down.callAnswer(call), call(asked))));
            default -> fromGateway(door, peer, up, topic, payload);
        };
    }

    private Heard fromGateway(Door door, Peer peer, Up up, String topic, byte[] payload) {
        return switch (up) {
            case Up.GatewayTelemetry() ->
                isGateway(peer)
                        ? readings(deliveries.ofGateway(door, device -> speaker.speaksFor(peer, device), payload))
                        : foreign(door, peer, topic);
            case Up.GatewayPresence(boolean here) -> gatewayPresence(door, peer, topic, payload, here);
            case Up.GatewayReported() -> ofGateway(door, peer, topic, payload, state -> reportAll(peer, state));
            case Up.GatewayAsked() -> ofGateway(door, peer, topic, payload, asked -> tellGateway(peer, asked));
            case Up.GatewayAnswered() -> ofGateway(door, peer, topic, payload, answer -> gatewayAnswer(peer, answer));
            default -> foreign(door, peer, topic);
        };
    }

    /** Whether this may be the last word of a sender that is lost: its values, its state, or that it is offline. */
    public boolean takesAsLastWord(Peer peer, Up up) {
        return switch (up) {
            case Up.Telemetry(var of, Dialect _) -> speaker.of(peer, of).isPresent();
            case Up.Reported(var of) -> speaker.of(peer, of).isPresent();
            case Up.Presence(var of, boolean here) ->
                !here && speaker.of(peer, of).isPresent();
            case Up.GatewayTelemetry() -> isGateway(peer);
            default -> false;
        };
    }

    private Heard ofDevice(
            Door door, Peer peer, Optional<Up.Named> named, String topic, Function<KnownDevice, Heard> then) {
        return speaker.of(peer, named).map(then).orElseGet(() -> foreign(door, peer, topic));
    }

    /** Any device may have others behind it; for which ones it speaks is asked one by one. */
    private static boolean isGateway(Peer peer) {
        return !(peer instanceof Peer.Gateway(var viewer)) || Peers.mayIngest(viewer);
    }

    private Heard ofGateway(Door door, Peer peer, String topic, byte[] payload, Function<JsonNode, Done> then) {
        return isGateway(peer) ? work(payload, then) : foreign(door, peer, topic);
    }

    private static Heard readings(Delivery delivery) {
        return new Heard.Readings(
                delivery, Deliveries.unreadable(delivery).isPresent() ? Verdict.UNREADABLE : Verdict.TAKEN);
    }

    private Heard foreign(Door door, Peer peer, String topic) {
        String sender = peer instanceof Peer.OneDevice(String code) ? code : "";
        return new Heard.Readings(
                deliveries.refused(door, sender, "nothing of this sender is taken at " + topic), Verdict.NOT_ALLOWED);
    }

    private static Heard work(byte[] payload, Function<JsonNode, Done> then) {
        return new Heard.Work(() -> Shapes.read(payload).map(then).orElseGet(() -> Done.of(Verdict.UNREADABLE)));
    }

    private Done report(KnownDevice device, JsonNode state) {
        if (!state.isObject()) {
            return Done.of(state.isMissingNode() ? Verdict.TAKEN : Verdict.UNREADABLE);
        }
        return Done.of(twins.report(device, state).isPresent() ? Verdict.UNREADABLE : Verdict.TAKEN);
    }

    private Done answer(KnownDevice device, Dialect dialect, Optional<String> command, JsonNode answer) {
        JsonNode named = answer.path("messageId");
        Optional<Integer> id = number(command.orElse(named.asString("")));
        if (id.isEmpty()) {
            return Done.of(Verdict.UNREADABLE);
        }
        boolean no = dialect != Dialect.THINGSBOARD
                && answer.path("success").isBoolean()
                && !answer.path("success").booleanValue();
        Optional<String> error = no
                ? Optional.of(
                        answer.path("message").asString(answer.path("error").asString("the device refused it")))
                : Optional.empty();
        JsonNode reply = dialect == Dialect.JETLINKS && answer.has("output") ? answer.get("output") : answer;
        return answered(device, id.get(), reply, error);
    }

    private Done answered(KnownDevice device, int command, JsonNode reply, Optional<String> error) {
        if (reply.toString().contains("\\u0000")) {
            return Done.of(Verdict.UNREADABLE);
        }
        commands.answer(device, command, Optional.of(reply), error);
        return Done.of(Verdict.TAKEN);
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Done tell(KnownDevice device, String question, JsonNode asked) {
        Twins.Known known = twins.known(device);
        ObjectNode answer = json.createObjectNode();
        put(answer, "client", known.reported(), asked.path("clientKeys"));
        put(answer, "shared", known.desired(), asked.path("sharedKeys"));
        return done(Down.stateAnswer(question), answer);
    }

    private static void put(ObjectNode answer, String field, Map<String, JsonNode> values, JsonNode keys) {
        if (keys.isString()) {
            ObjectNode chosen = answer.putObject(field);
            for (String key : keys.stringValue().split(",")) {
                Optional.ofNullable(values.get(key.strip())).ifPresent(value -> chosen.set(key.strip(), value));
            }
        }
    }

    /** The one call that ThingsBoard devices can count on: what time it is. */
    private ObjectNode call(JsonNode asked) {
        String method = asked.path("method").asString("");
        ObjectNode answer = json.createObjectNode();
        if (method.equals("getCurrentTime") || method.equals("getTime")) {
            return answer.put("time", clock.instant().toEpochMilli());
        }
        return answer.put("error", "there is no method " + method);
    }

    private Done done(String topic, JsonNode answer) {
        return new Done(Verdict.TAKEN, List.of(new Message(topic, json.writeValueAsBytes(answer))));
    }

    private Heard gatewayPresence(Door door, Peer peer, String topic, byte[] payload, boolean here) {
        Optional<String> named =
                Shapes.read(payload).map(said -> said.path("device").asString(""));
        if (named.isEmpty()) {
            return new Heard.Work(() -> Done.of(Verdict.UNREADABLE));
        }
        return named.flatMap(device -> speaker.behind(peer, device))
                .map(device -> (Heard) new Heard.Presence(device, here))
                .orElseGet(() -> foreign(door, peer, topic));
    }

    private Done reportAll(Peer peer, JsonNode states) {
        if (!states.isObject()) {
            return Done.of(Verdict.UNREADABLE);
        }
        Verdict worst = Verdict.TAKEN;
        for (Map.Entry<String, JsonNode> one : states.properties()) {
            Verdict verdict = speaker.behind(peer, one.getKey())
                    .map(device -> report(device, one.getValue()).verdict())
                    .orElse(Verdict.NOT_ALLOWED);
            worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        }
        return Done.of(worst);
    }

    /** {@code {"id":1,"device":"code","client":true,"key":"name"}}, or with {@code keys}. */
    private Done tellGateway(Peer peer, JsonNode asked) {
        Optional<KnownDevice> device = speaker.behind(peer, asked.path("device").asString(""));
        if (device.isEmpty()) {
            return Done.of(Verdict.NOT_ALLOWED);
        }
        Twins.Known known = twins.known(device.get());
        Map<String, JsonNode> values = asked.path("client").asBoolean(false) ? known.reported() : known.desired();
        ObjectNode answer = json.createObjectNode();
        answer.put("id", asked.path("id").asInt(0));
        answer.put("device", device.get().code());
        List<String> keys = new ArrayList<>();
        asked.path("keys").forEach(key -> keys.add(key.asString("")));
        if (asked.path("key").isString()) {
            Optional.ofNullable(values.get(asked.path("key").stringValue()))
                    .ifPresent(value -> answer.set("value", value));
        } else {
            ObjectNode chosen = answer.putObject("values");
            keys.forEach(key -> Optional.ofNullable(values.get(key)).ifPresent(value -> chosen.set(key, value)));
        }
        return done(Down.GATEWAY_ANSWERS, answer);
    }

    private Done gatewayAnswer(Peer peer, JsonNode answer) {
        Optional<KnownDevice> device =
                speaker.behind(peer, answer.path("device").asString(""));
        if (device.isEmpty()) {
            return Done.of(Verdict.NOT_ALLOWED);
        }
        Optional<Integer> id = number(answer.path("id").asString(""));
        if (id.isEmpty()) {
            return Done.of(Verdict.UNREADABLE);
        }
        return answered(device.get(), id.get(), answer.path("data"), Optional.empty());
    }
}
