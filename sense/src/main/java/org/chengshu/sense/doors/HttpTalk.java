package org.chengshu.sense.doors;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.chengshu.core.CoreError;
import org.chengshu.sense.Door;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.command.Command;
import org.chengshu.sense.command.Commands;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.link.Links;
import org.chengshu.sense.topics.Dialect;
import org.chengshu.sense.topics.Up;
import org.chengshu.sense.twin.Twins;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * State and commands over HTTP, in our own way and in ThingsBoard's. Who waits for a command or a wish is answered when
 * there is one or when its time is over.
 */
@Component
final class HttpTalk {
    private static final int NO_CONTENT = 204;
    private static final int REQUEST_TIMEOUT = 408;
    private static final long USUAL_WAIT_MS = 30_000;
    private static final long LONGEST_WAIT_MS = 60_000;
    private static final String DEVICE = "/v1/devices/me";
    private static final String THINGSBOARD = "/api/v1/:token";

    private final Vertx vertx;
    private final Uplink uplink;
    private final Commands commands;
    private final Twins twins;
    private final Links links;
    private final JsonMapper json;

    HttpTalk(Vertx vertx, Uplink uplink, Commands commands, Twins twins, Links links, JsonMapper json) {
        this.vertx = vertx;
        this.uplink = uplink;
        this.commands = commands;
        this.twins = twins;
        this.links = links;
        this.json = json;
    }

    void mount(Router router, BiConsumer<RoutingContext, BiConsumer<RoutingContext, KnownDevice>> asDevice) {
        router.post(DEVICE + "/state").handler(context -> asDevice.accept(context, this::report));
        router.get(DEVICE + "/desired").handler(context -> asDevice.accept(context, this::awaitWishes));
        router.get(DEVICE + "/commands").handler(context -> asDevice.accept(context, this::awaitCommand));
        router.post(DEVICE + "/commands/:id/reply")
                .handler(context -> asDevice.accept(context, (same, device) -> answer(same, device, Dialect.PLAIN)));
        router.post(THINGSBOARD + "/attributes").handler(context -> asDevice.accept(context, this::report));
        router.get(THINGSBOARD + "/attributes").handler(context -> asDevice.accept(context, this::known));
        router.get(THINGSBOARD + "/attributes/updates")
                .handler(context -> asDevice.accept(context, this::awaitUpdates));
        router.get(THINGSBOARD + "/rpc").handler(context -> asDevice.accept(context, this::awaitCall));
        router.post(THINGSBOARD + "/rpc").handler(context -> asDevice.accept(context, this::call));
        router.post(THINGSBOARD + "/rpc/:id")
                .handler(context ->
                        asDevice.accept(context, (same, device) -> answer(same, device, Dialect.THINGSBOARD)));
    }

    private void report(RoutingContext context, KnownDevice device) {
        work(context, device, new Up.Reported(Optional.empty()));
    }

    private void answer(RoutingContext context, KnownDevice device, Dialect dialect) {
        work(context, device, new Up.Answered(Optional.empty(), dialect, Optional.of(context.pathParam("id"))));
    }

    private void call(RoutingContext context, KnownDevice device) {
        work(context, device, new Up.Called(""));
    }

    private void work(RoutingContext context, KnownDevice device, Up up) {
        Heard heard =
                uplink.hear(Door.HTTP, new Peer.OneDevice(device.code()), up, context.normalizedPath(), body(context));
        if (!(heard instanceof Heard.Work(var work))) {
            HttpAnswers.refuse(context, CoreError.NOT_FOUND, "nothing is taken here");
            return;
        }
        vertx.executeBlocking(work::get, false).onFailure(context::fail).onSuccess(done -> {
            if (done.verdict() != Verdict.TAKEN) {
                HttpAnswers.refuse(context, SenseError.TELEMETRY_MALFORMED, "nothing of it could be taken");
            } else if (done.answers().isEmpty()) {
                context.response().end();
            } else {
                end(context, done.answers().getFirst().payload());
            }
        });
    }

    private static byte[] body(RoutingContext context) {
        return context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
    }

    private void known(RoutingContext context, KnownDevice device) {
        ObjectNode asked = json.createObjectNode();
        for (String keys : List.of("clientKeys", "sharedKeys")) {
            List<String> given = context.queryParam(keys);
            if (!given.isEmpty()) {
                asked.put(keys, given.getFirst());
            }
        }
        Heard heard = uplink.hear(
                Door.HTTP, new Peer.OneDevice(device.code()), new Up.Asked(""), "", json.writeValueAsBytes(asked));
        if (heard instanceof Heard.Work(var work)) {
            vertx.executeBlocking(work::get, false)
                    .onFailure(context::fail)
                    .onSuccess(done -> end(context, done.answers().getFirst().payload()));
        }
    }

    private void awaitCommand(RoutingContext context, KnownDevice device) {
        await(context, device, NO_CONTENT, () -> command(device).map(command -> {
            ObjectNode message = json.createObjectNode().put("id", command.id()).put("name", command.name());
            message.set("arguments", command.arguments());
            return json.writeValueAsBytes(message);
        }));
    }

    private void awaitCall(RoutingContext context, KnownDevice device) {
        await(context, device, REQUEST_TIMEOUT, () -> command(device).map(command -> {
            ObjectNode message = json.createObjectNode().put("id", command.id()).put("method", command.name());
            message.set("params", command.arguments());
            return json.writeValueAsBytes(message);
        }));
    }

    private Optional<Command> command(KnownDevice device) {
        return commands.take(device, Door.HTTP, 1).stream().findFirst();
    }

    private void awaitWishes(RoutingContext context, KnownDevice device) {
        await(context, device, NO_CONTENT, () -> twins.wishes(device, false).map(json::writeValueAsBytes));
    }

    private void awaitUpdates(RoutingContext context, KnownDevice device) {
        await(context, device, REQUEST_TIMEOUT, () -> twins.wishes(device, false)
                .map(json::writeValueAsBytes));
    }

    private void await(RoutingContext context, KnownDevice device, int nothing, Callable<Optional<byte[]>> ask) {
        Wait wait = new Wait(context, Vertx.currentContext(), nothing, ask);
        wait.ends = links.listen(device, wait::wake);
        wait.timer = vertx.setTimer(Math.max(1, waitOf(context)), over -> wait.over());
        context.response().closeHandler(gone -> wait.end());
        wait.ask();
    }

    private static long waitOf(RoutingContext context) {
        List<String> given = context.queryParam("timeout");
        try {
            return given.isEmpty() ? USUAL_WAIT_MS : Math.clamp(Long.parseLong(given.getFirst()), 1, LONGEST_WAIT_MS);
        } catch (NumberFormatException e) {
            return USUAL_WAIT_MS;
        }
    }

    private static void end(RoutingContext context, byte[] body) {
        if (!context.response().closed() && !context.response().ended()) {
            context.response()
                    .putHeader("Content-Type", "application/json")
                    .end(io.vertx.core.buffer.Buffer.buffer(body));
        }
    }

    /** One request that waits. On its event loop except {@link #wake}. */
    private final class Wait {
        private final RoutingContext context;
        private final Context loop;
        private final int nothing;
        private final Callable<Optional<byte[]>> ask;
        private Runnable ends = () -> {};
        private long timer;
        private boolean over;
        private boolean asking;
        private boolean again;

        Wait(RoutingContext context, Context loop, int nothing, Callable<Optional<byte[]>> ask) {
            this.context = context;
            this.loop = loop;
            this.nothing = nothing;
            this.ask = ask;
        }

        void wake() {
            loop.runOnContext(now -> ask());
        }

        void ask() {
            if (over) {
                return;
            }
            if (asking) {
                again = true;
                return;
            }
            asking = true;
            vertx.executeBlocking(ask, false).onComplete(found -> {
                asking = false;
                if (found.failed()) {
                    end();
                    context.fail(found.cause());
                } else if (found.result().isPresent()) {
                    end();
                    HttpTalk.end(context, found.result().get());
                } else if (again) {
                    again = false;
                    ask();
                }
            });
        }

        void over() {
            if (!over && !asking) {
                end();
                context.response().setStatusCode(nothing).end();
            } else if (asking) {
                timer = vertx.setTimer(10, later -> over());
            }
        }

        void end() {
            over = true;
            vertx.cancelTimer(timer);
            ends.run();
        }
    }
}
