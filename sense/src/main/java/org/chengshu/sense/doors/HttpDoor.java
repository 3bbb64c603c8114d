package org.chengshu.sense.doors;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.core.doors.DoorRoutes;
import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.SenseError;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.WireFault;
import org.springframework.stereotype.Component;

/** Telemetry over HTTP on the devices' port: answered with 200 once it is committed. */
@Component
final class HttpDoor implements DoorRoutes {
    private static final String BEARER = "Bearer ";

    /** Faults by which nothing of the message was taken; the sender should hear of them at once. */
    private static final Set<WireFault.Kind> UNREADABLE = EnumSet.of(
            WireFault.Kind.NOT_JSON,
            WireFault.Kind.TOO_LARGE,
            WireFault.Kind.TOO_DEEP,
            WireFault.Kind.TOO_MANY_OBSERVATIONS,
            WireFault.Kind.NOT_AN_OBJECT);

    private final Peers peers;
    private final Deliveries deliveries;
    private final Intake intake;

    HttpDoor(Peers peers, Deliveries deliveries, Intake intake) {
        this.peers = peers;
        this.deliveries = deliveries;
        this.intake = intake;
    }

    @Override
    public void mount(Router router) {
        router.post("/v1/devices/me/telemetry").handler(context -> asPeer(context, this::fromDevice));
        router.post("/v1/gateway/telemetry").handler(context -> asPeer(context, this::fromGateway));
    }

    private void asPeer(RoutingContext context, BiFunction<Peer, byte[], Delivery> deliver) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            refuse(context, SenseError.TOKEN_UNKNOWN, "give the token as 'Authorization: Bearer ...'");
            return;
        }
        String token = header.substring(BEARER.length()).strip();
        Optional<Peer> met = peers.findMet(token);
        if (met.isPresent()) {
            hear(context, met.get(), deliver);
            return;
        }
        peers.find(token)
                .onFailure(context::fail)
                .onSuccess(peer -> peer.ifPresentOrElse(
                        known -> hear(context, known, deliver),
                        () -> refuse(context, SenseError.TOKEN_UNKNOWN, "the token is not known")));
    }

    private void hear(RoutingContext context, Peer peer, BiFunction<Peer, byte[], Delivery> deliver) {
        byte[] body = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        if (body.length > Telemetry.MAX_BYTES) {
            refuse(context, SenseError.TELEMETRY_TOO_LARGE, "at most " + Telemetry.MAX_BYTES + " bytes");
            return;
        }
        Delivery delivery;
        try {
            delivery = deliver.apply(peer, body);
        } catch (Fault fault) {
            refuse(context, fault.code(), fault.getMessage());
            return;
        }
        switch (intake.offer(delivery)) {
            case Intake.Busy busy -> {
                context.response()
                        .putHeader(
                                "Retry-After",
                                String.valueOf(Math.max(1, busy.comeBack().toSeconds())));
                refuse(context, SenseError.INTAKE_BUSY, "nothing was taken");
            }
            case Intake.Taken taken -> answerLater(context, delivery, taken);
        }
    }

    private static void answerLater(RoutingContext context, Delivery delivery, Intake.Taken taken) {
        Context loop = Vertx.currentContext();
        CompletableFuture<Receipt> _ = taken.receipt()
                .whenComplete((receipt, problem) ->
                        loop.runOnContext(now -> answer(context, delivery, Optional.ofNullable(receipt), problem)));
    }

    private static void answer(
            RoutingContext context, Delivery delivery, Optional<Receipt> receipt, Throwable problem) {
        if (context.response().closed()) {
            return;
        }
        if (problem instanceof Fault fault) {
            refuse(context, fault.code(), fault.getMessage());
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
        Optional<WireFault> unreadable = faults(delivery)
                .filter(fault -> UNREADABLE.contains(fault.kind()))
                .findFirst();
        if (unreadable.isPresent()) {
            problem(context, SenseError.TELEMETRY_MALFORMED, unreadable.get().detail(), counts);
        } else {
            context.response().putHeader("Content-Type", "application/json").end(counts.toBuffer());
        }
    }

    private static Stream<WireFault> faults(Delivery delivery) {
        return Stream.concat(
                delivery.strayFaults().stream(),
                delivery.reports().stream().flatMap(report -> report.faults().stream()));
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
            return deliveries.ofGateway(Door.GATEWAY_HTTP, gateway.viewer(), body);
        }
        throw new Fault(SenseError.TOKEN_UNKNOWN, "a device speaks at /v1/devices/me/telemetry");
    }

    private static void refuse(RoutingContext context, ErrorCode code, String detail) {
        problem(context, code, detail, new JsonObject());
    }

    private static void problem(RoutingContext context, ErrorCode code, String detail, JsonObject more) {
        JsonObject problem = new JsonObject()
                .put("type", "about:blank")
                .put("title", code.title().en())
                .put("titleZh", code.title().zh())
                .put("status", code.status())
                .put("code", code.name())
                .put("detail", detail)
                .mergeIn(more);
        if (code.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        context.response()
                .setStatusCode(code.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(problem.toBuffer());
    }
}
