package org.chengshu.sense.doors;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.chengshu.core.CoreError;
import org.chengshu.core.doors.DoorRoutes;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Report;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.quota.Quotas;
import org.chengshu.sense.quota.Refusals;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.WireFault;
import org.springframework.stereotype.Component;

/** Telemetry over HTTP on the devices' port: answered with 200 once it is committed. */
@Component
final class HttpDoor implements DoorRoutes {
    private static final String BEARER = "Bearer ";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration COME_BACK = Duration.ofSeconds(5);
    /** What is told to a sender that sends more than can ever come at once. */
    private static final Duration NEVER = Duration.ofHours(1);

    private final Peers peers;
    private final Deliveries deliveries;
    private final Intake intake;
    private final DeviceRegistry registry;
    private final Quotas quotas;
    private final Refusals refusals;
    private final HttpTalk talk;
    private final Speaker speaker;

    HttpDoor(
            Peers peers,
            Deliveries deliveries,
            Intake intake,
            DeviceRegistry registry,
            Quotas quotas,
            Refusals refusals,
            HttpTalk talk,
            Speaker speaker) {
        this.peers = peers;
        this.deliveries = deliveries;
        this.intake = intake;
        this.registry = registry;
        this.quotas = quotas;
        this.refusals = refusals;
        this.talk = talk;
        this.speaker = speaker;
    }

    @Override
    public void mount(Router router) {
        router.post("/v1/devices/me/telemetry").handler(context -> asPeer(context, this::fromDevice));
        router.post("/v1/gateway/telemetry").handler(context -> asPeer(context, this::fromGateway));
        router.post("/api/v1/:token/telemetry").handler(context -> asPeer(context, this::fromDevice));
        BiConsumer<RoutingContext, BiConsumer<RoutingContext, KnownDevice>> asDevice =
                (context, then) -> meet(context, (same, peer) -> asDevice(same, peer, then));
        talk.mount(router, asDevice);
    }

    private void asPeer(RoutingContext context, BiFunction<Peer, byte[], Delivery> deliver) {
        meet(context, (same, peer) -> hear(same, peer, deliver));
    }

    private void meet(RoutingContext context, BiConsumer<RoutingContext, Peer> then) {
        Optional<String> given = token(context);
        if (given.isEmpty()) {
            HttpAnswers.refuse(context, SenseError.TOKEN_UNKNOWN, "give the token as 'Authorization: Bearer ...'");
            return;
        }
        String token = given.get();
        Optional<Peer> met = peers.findMet(token);
        if (met.isPresent()) {
            then.accept(context, met.get());
            return;
        }
        peers.find(token)
                .onFailure(away -> unavailable(context))
                .onSuccess(peer -> peer.ifPresentOrElse(
                        known -> then.accept(context, known),
                        () -> HttpAnswers.refuse(context, SenseError.TOKEN_UNKNOWN, "the token is not known")));
    }

    /** In the path as ThingsBoard has it, else as a bearer. */
    private static Optional<String> token(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        return Optional.ofNullable(context.pathParam("token")).or(() -> Optional.ofNullable(header)
                .filter(text -> text.startsWith(BEARER))
                .map(text -> text.substring(BEARER.length()).strip()));
    }

    private void asDevice(RoutingContext context, Peer peer, BiConsumer<RoutingContext, KnownDevice> then) {
        Optional<KnownDevice> device =
                peer instanceof Peer.OneDevice(String code) ? registry.find(code) : Optional.empty();
        device.ifPresentOrElse(
                known -> then.accept(context, known),
                () -> HttpAnswers.refuse(context, SenseError.TOKEN_UNKNOWN, "the token is no device's"));
    }

    /** Nobody can say whose the token is while the database is away. */
    private static void unavailable(RoutingContext context) {
        HttpAnswers.later(
                context, SenseError.INTAKE_UNAVAILABLE, COME_BACK, "it cannot be found out now whose the token is");
    }

    private void hear(RoutingContext context, Peer peer, BiFunction<Peer, byte[], Delivery> deliver) {
        byte[] body = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        if (body.length > Telemetry.MAX_BYTES) {
            HttpAnswers.refuse(context, SenseError.TELEMETRY_TOO_LARGE, "at most " + Telemetry.MAX_BYTES + " bytes");
            return;
        }
        Delivery delivery;
        try {
            delivery = deliver.apply(peer, body);
        } catch (Fault fault) {
            HttpAnswers.refuse(context, fault.code(), fault.getMessage());
            return;
        }
        if (mayCome(context, delivery, body.length)) {
            offer(context, delivery);
        }
    }

    /** False when the sender has been told that it sends too much. */
    private boolean mayCome(RoutingContext context, Delivery delivery, int bytes) {
        int share = Math.max(1, delivery.reports().size());
        for (Report report : delivery.reports()) {
            Quotas.Answer answer = registry.find(report.device())
                    .map(device -> quotas.take(device, report.values(), bytes / share))
                    .orElseGet(Quotas.Granted::new);
            if (!(answer instanceof Quotas.Granted)) {
                refusals.count(delivery.door(), delivery.values());
                Duration wait = answer instanceof Quotas.Later(Duration comeBack) ? comeBack : NEVER;
                HttpAnswers.later(
                        context, SenseError.QUOTA_EXCEEDED, wait, report.device() + " or its product sends too much");
                return false;
            }
        }
        return true;
    }

    private void offer(RoutingContext context, Delivery delivery) {
        switch (intake.offer(delivery)) {
            case Intake.Busy busy -> {
                refusals.count(delivery.door(), delivery.values());
                HttpAnswers.later(context, SenseError.INTAKE_BUSY, busy.comeBack(), "nothing was taken");
            }
            case Intake.Taken taken -> answerLater(context, delivery, taken);
        }
    }

    private static void answerLater(RoutingContext context, Delivery delivery, Intake.Taken taken) {
        Context loop = Vertx.currentContext();
        long patience = context.vertx().setTimer(LONGEST_WAIT.toMillis(), over -> giveUp(context));
        CompletableFuture<Receipt> _ = taken.receipt()
                .whenComplete((receipt, problem) -> loop.runOnContext(now -> {
                    context.vertx().cancelTimer(patience);
                    answer(context, delivery, Optional.ofNullable(receipt), problem);
                }));
    }

    /** It may still be stored when the database is back; then what is sent again is known as a duplicate. */
    private static void giveUp(RoutingContext context) {
        if (!isOver(context)) {
            HttpAnswers.later(
                    context,
                    SenseError.INTAKE_UNAVAILABLE,
                    COME_BACK,
                    "it is not stored yet; send it again in a while");
        }
    }

    private static boolean isOver(RoutingContext context) {
        return context.response().closed() || context.response().ended();
    }

    private static void answer(
            RoutingContext context, Delivery delivery, Optional<Receipt> receipt, Throwable problem) {
        if (isOver(context)) {
            return;
        }
        if (problem instanceof Fault fault) {
            HttpAnswers.refuse(context, fault.code(), fault.getMessage());
        } else if (receipt.isEmpty()) {
            context.fail(problem);
        } else {
            answer(context, delivery, receipt.get());
        }
    }

    private static void answer(RoutingContext context, Delivery delivery, Receipt receipt) {
        JsonObject counts = new JsonObject()
                .put("stored", receipt.stored())
                .put("duplicate", receipt.duplicate())
                .put("rejected", receipt.rejected())
                .put("late", receipt.late());
        Optional<WireFault> unreadable = Deliveries.unreadable(delivery);
        if (unreadable.isPresent()) {
            HttpAnswers.problem(
                    context, SenseError.TELEMETRY_MALFORMED, unreadable.get().detail(), counts);
        } else {
            context.response().putHeader("Content-Type", "application/json").end(counts.toBuffer());
        }
    }

    private Delivery fromDevice(Peer peer, byte[] body) {
        if (peer instanceof Peer.OneDevice(String code)) {
            return deliveries.ofDevice(Door.HTTP, code, body);
        }
        throw new Fault(SenseError.TOKEN_UNKNOWN, "the token is no device's; a platform token goes to /v1/gateway");
    }

    private Delivery fromGateway(Peer peer, byte[] body) {
        if (peer instanceof Peer.Gateway gateway) {
            if (!Peers.mayIngest(gateway.viewer())) {
                throw new Fault(CoreError.FORBIDDEN, "the right " + Peers.INGEST + " is needed");
            }
            return deliveries
                    .ofGateway(Door.GATEWAY_HTTP, device -> speaker.speaksFor(gateway, device), body)
                    .onLane(gateway.viewer().accountId().hashCode());
        }
        throw new Fault(SenseError.TOKEN_UNKNOWN, "a device speaks at /v1/devices/me/telemetry");
    }
}
