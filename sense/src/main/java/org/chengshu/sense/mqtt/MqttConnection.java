package org.chengshu.sense.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.command.Commands.Published;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.doors.Peer;
import org.chengshu.sense.link.Caller;
import org.chengshu.sense.link.Leaving;
import org.chengshu.sense.mqtt.Entered.Refused;
import org.chengshu.sense.mqtt.Entered.Welcome;
import org.chengshu.sense.mqtt.packet.Codes;
import org.chengshu.sense.mqtt.packet.Outbox;
import org.chengshu.sense.mqtt.packet.Packets;
import org.chengshu.sense.mqtt.session.Holder;
import org.chengshu.sense.mqtt.session.MqttSettings;
import org.chengshu.sense.mqtt.session.Session;
import org.chengshu.wire.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One MQTT connection, from its first packet to its last. All of it runs on the connection's event loop. */
final class MqttConnection implements Holder {
    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    static final int LARGEST_PACKET = Telemetry.MAX_BYTES + 1_024;
    private static final int MOST_HELD = 10_000;

    private final NetSocketInternal socket;
    private final Vertx vertx;
    private final Context loop = Vertx.currentContext();
    private final MqttParts parts;
    private final Reception reception;
    private final Wills wills;
    private final Intake intake;
    private final int lane;
    private final ControlPackets control;
    private final Deque<MqttMessage> held = new ArrayDeque<>();
    private final Set<Pause> pauses = EnumSet.noneOf(Pause.class);
    private final Watch watch;
    private final Farewell farewell;
    private Optional<Entered> entered = Optional.empty();
    private Optional<Peer> peer = Optional.empty();
    private boolean knocked;
    private boolean over;

    MqttConnection(
            NetSocketInternal socket,
            Vertx vertx,
            MqttParts parts,
            Reception reception,
            Wills wills,
            Intake intake,
            int lane) {
        this.socket = socket;
        this.vertx = vertx;
        this.parts = parts;
        this.reception = reception;
        this.wills = wills;
        this.intake = intake;
        this.lane = lane;
        this.farewell = new Farewell(this, parts, wills);
        this.control = new ControlPackets(this, farewell, parts);
        this.watch = new Watch(vertx, this::close);
    }

    void hear(MqttMessage message) {
        watch.heard();
        if (message.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            cannotRead(message.decoderResult().cause());
        } else if (over) {
            ReferenceCountUtil.release(message);
        } else if (!pauses.isEmpty()) {
            hold(message);
        } else {
            take(message);
        }
    }

    private void hold(MqttMessage message) {
        held.add(message);
        if (held.size() > MOST_HELD) {
            end(Leaving.PROTOCOL_ERROR, Codes.RECEIVE_MAXIMUM_EXCEEDED, "too much was sent at once");
        }
    }

    private void cannotRead(Throwable cause) {
        if (entered.isEmpty()) {
            int code = cause instanceof MqttUnacceptableProtocolVersionException
                    ? Codes.VERSION
                    : cause instanceof MqttIdentifierRejectedException ? Codes.CLIENT_ID_INVALID : 0;
            if (code > 0 && !knocked) {
                refuse(code, false, "");
            } else {
                close();
            }
        } else if (cause instanceof TooLongFrameException) {
            end(Leaving.PROTOCOL_ERROR, Codes.PACKET_TOO_LARGE, "at most " + LARGEST_PACKET + " bytes");
        } else {
            end(Leaving.PROTOCOL_ERROR, Codes.MALFORMED, "the packet cannot be read");
        }
    }

    private void take(MqttMessage message) {
        try {
            if (message instanceof MqttConnectMessage connect) {
                connect(connect);
            } else if (entered.isEmpty()) {
                close();
            } else if (message instanceof MqttPublishMessage publish) {
                publish(publish, entered.get());
            } else {
                control(message, entered.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("a message of an MQTT client could not be dealt with", e);
            end(Leaving.PROTOCOL_ERROR, Codes.IMPLEMENTATION_SPECIFIC, "the message could not be dealt with");
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void connect(MqttConnectMessage connect) {
        if (knocked) {
            end(Leaving.PROTOCOL_ERROR, Codes.PROTOCOL_ERROR, "a second CONNECT");
            return;
        }
        knocked = true;
        Greeting greeting = Greeting.of(connect);
        if (greeting.refusal().isPresent()) {
            refuse(greeting.refusal().getAsInt(), greeting.isFive(), "");
            return;
        }
        pause(Pause.ENTERING);
        blocking(() -> reception.arrive(greeting, this)).onComplete(arrival -> {
            if (arrival.failed()) {
                refuse(Codes.UNAVAILABLE, greeting.isFive(), "");
            } else {
                switch (arrival.result()) {
                    case Refused(int code, String reason) -> refuse(code, greeting.isFive(), reason);
                    case Welcome welcome -> enter(greeting, welcome);
                }
            }
        });
    }

    private void refuse(int code, boolean five, String reason) {
        over = true;
        socket.writeMessage(Answers.refusal(code, five, reason)).onComplete(sent -> close());
    }

    private void enter(Greeting greeting, Welcome welcome) {
        Session session = welcome.opened().session();
        if (over) {
            farewell.leaveSession(session, welcome.expiry_s());
            return;
        }
        int receiveMaximum = parts.settings().get(MqttSettings.RECEIVE_MAXIMUM);
        Outbox outbox = new Outbox(socket, greeting.receiveMaximum(), greeting.largestPacket());
        Door door = Publications.doorOf(welcome.peer());
        Entered in = new Entered(
                greeting,
                welcome.device(),
                session,
                welcome.expiry_s(),
                outbox,
                new Publications(this, parts, intake, session, greeting.isFive(), receiveMaximum, lane),
                new Downlink(this, parts, session, outbox, door, welcome.device()),
                new Subscriber(this, parts, session, outbox, greeting.isFive(), welcome.peer()));
        entered = Optional.of(in);
        peer = Optional.of(welcome.peer());
        farewell.keepSession(welcome.expiry_s());
        wills.cameBack(session.key());
        socket.writeMessage(Answers.welcome(greeting, welcome, receiveMaximum));
        watch.expectWithin(
                greeting.keepAlive_s(), pauses::isEmpty, how -> end(Leaving.KEEP_ALIVE, Codes.KEEP_ALIVE, how));
        if (welcome.peer() instanceof Peer.Gateway) {
            watch.lookAtToken(this::lookAtToken);
        }
        goOnFromBefore(in, welcome.opened().present());
    }

    /** First what the session still owes, then what is new. */
    private void goOnFromBefore(Entered in, boolean present) {
        if (!present) {
            begin(in, List.of());
            return;
        }
        blocking(() -> {
                    in.subscriber().look();
                    return parts.commands().unconfirmed(in.session().id());
                })
                .onComplete(found -> begin(in, found.succeeded() ? found.result() : List.of()));
    }

    private void begin(Entered in, List<Published> owed) {
        if (!over) {
            in.device().ifPresent(device -> in.downlink().serve(device, caller(in)));
            in.downlink().resume(owed);
            goOn(Pause.ENTERING);
        }
    }

    private Caller caller(Entered in) {
        String address = Optional.ofNullable(socket.remoteAddress())
                .map(from -> Optional.ofNullable(from.hostAddress()).orElse(from.toString()))
                .orElse("");
        return new Caller(
                Publications.doorOf(peer.orElseThrow()),
                address,
                in.greeting().client(),
                in.greeting().protocol());
    }

    /** A program whose token is void is let go; one whose rights changed has the new ones. */
    private void lookAtToken() {
        Entered in = entered.orElseThrow();
        blocking(() -> parts.peers().ask(in.greeting().token())).onSuccess(found -> {
            if (found.isEmpty() && !over) {
                tokenIsVoid();
            } else if (found.isPresent()) {
                peer = found;
                in.subscriber().mayNow(found.get());
            }
        });
    }

    /** A device whose token was replaced has to come again with the new one. */
    private boolean isVoid(Entered in) {
        return in.device().isPresent()
                && parts.peers().findMet(in.greeting().token()).isEmpty();
    }

    private void tokenIsVoid() {
        end(Leaving.TOKEN_REVOKED, Codes.NOT_AUTHORIZED, "the token is void");
    }

    private void publish(MqttPublishMessage message, Entered in) {
        if (isVoid(in)) {
            tokenIsVoid();
        } else {
            in.publications().hear(message, peer.orElseThrow());
        }
    }

    private void control(MqttMessage message, Entered in) {
        if (isVoid(in)) {
            tokenIsVoid();
        } else {
            control.hear(message, in, peer.orElseThrow());
        }
    }

    /** The client says goodbye. */
    void leaves() {
        farewell.because(Leaving.NORMAL);
        over = true;
        close();
    }

    /** Ends the connection from this side; MQTT 5 is told why. */
    void end(Leaving reason, int code, String detail) {
        if (over) {
            return;
        }
        over = true;
        farewell.because(reason, detail);
        Optional<Entered> five = entered.filter(in -> in.greeting().isFive());
        if (five.isPresent()) {
            String said = five.get().greeting().wantsReasons() ? detail : "";
            socket.writeMessage(Packets.disconnect(code, said)).onComplete(sent -> close());
        } else {
            close();
        }
    }

    @Override
    public CompletableFuture<Void> takenOver() {
        onLoop(now -> {
            if (!over) {
                end(Leaving.TAKEN_OVER, Codes.TAKEN_OVER, "the same client connected again");
            }
            ScheduledFuture<?> _ =
                    socket.channelHandlerContext().channel().eventLoop().schedule(this::close, 1, TimeUnit.SECONDS);
        });
        return farewell.said();
    }

    /** For any thread. */
    void stop() {
        onLoop(now -> end(Leaving.SERVER_STOP, Codes.SHUTTING_DOWN, "the platform stops"));
    }

    private void close() {
        over = true;
        socket.close();
    }

    /** The socket is gone. */
    void closed() {
        over = true;
        watch.end();
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        entered.ifPresentOrElse(in -> farewell.leave(in, peer.orElseThrow()), farewell::nothingToLeave);
    }

    void isPresent(KnownDevice device, boolean here) {
        entered.filter(in -> in.device().filter(device::equals).isEmpty()).ifPresent(in -> {
            if (here) {
                in.downlink().serve(device, caller(in));
            } else {
                in.downlink().leave(device, Leaving.GATEWAY);
            }
        });
    }

    void subscribed() {
        entered.ifPresent(in -> in.downlink().subscribed());
    }

    /** Sends to the client what it asked for. */
    void send(String topic, byte[] payload) {
        entered.filter(in -> !over && in.outbox().fits(topic, payload))
                .ifPresent(in -> in.outbox().sendOnce(topic, payload));
    }

    boolean isOver() {
        return over;
    }

    void write(Object message) {
        if (message instanceof ByteBuf bytes && !bytes.isReadable()) {
            bytes.release();
        } else {
            socket.writeMessage(message);
        }
    }

    ByteBuf buffer(int bytes) {
        return socket.channelHandlerContext().alloc().buffer(bytes);
    }

    void onLoop(Handler<Void> task) {
        loop.runOnContext(task);
    }

    void later(long pause_ms, Runnable task) {
        vertx.setTimer(pause_ms, now -> {
            if (!over) {
                task.run();
            }
        });
    }

    <T> Future<T> blocking(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    void pause(Pause reason) {
        pauses.add(reason);
        socket.channelHandlerContext().channel().config().setAutoRead(false);
    }

    void goOn(Pause reason) {
        if (!pauses.remove(reason)) {
            return;
        }
        while (pauses.isEmpty() && !over && !held.isEmpty()) {
            take(held.poll());
        }
        if (pauses.isEmpty() && !over) {
            watch.heard();
            socket.channelHandlerContext().channel().config().setAutoRead(true);
        }
    }
}
