package org.chengshu.sense.mqtt;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.BindException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.CoreError;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The devices' door over MQTT 3.1, 3.1.1 and 5. It stands on Vert.x' sockets and Netty's codec rather than on Vert.x' MQTT
 * server, because that one cannot stop reading while the intake is busy.
 */
@Component
final class MqttDoor implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MqttDoor.class);
    private static final int FLUSH_AFTER = 256;
    private static final int MOST_LOOPS = 4;
    private static final int PATIENCE_SECONDS = 10;
    private static final long GOODBYE_MS = 2_000;
    /** Spreads connections over the writers' lanes. */
    private static final int GOLDEN = 0x9E3779B9;
    /** The standard asks for 23 characters at least; clients send more. */
    private static final int LONGEST_CLIENT_ID = 1024;

    private final Vertx vertx;
    private final CitySettings settings;
    private final DoorPorts ports;
    private final MqttParts parts;
    private final Reception reception;
    private final Intake intake;
    private final Wills wills;
    private final Set<MqttConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private volatile String deployment;

    MqttDoor(
            Vertx vertx,
            CitySettings settings,
            DoorPorts ports,
            MqttParts parts,
            Reception reception,
            Intake intake,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.settings = settings;
        this.ports = ports;
        this.parts = parts;
        this.reception = reception;
        this.intake = intake;
        this.wills = new Wills(vertx, parts, intake);
        Gauge.builder("chengshu.mqtt.connections", connections::size)
                .description("Open connections of the MQTT door")
                .register(registry);
    }

    @Override
    public void start() {
        parts.sessions().leftByAll();
        int loops = Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors());
        deployment = await(vertx.deployVerticle(() -> new Listening(), new DeploymentOptions().setInstances(loops)));
        LOG.info("devices are heard by MQTT at {}:{}", settings.bind(), ports.mqtt());
    }

    @Override
    public void stop() {
        String last = deployment;
        deployment = null;
        if (last != null) {
            ports.mqttOpenedAt(0);
            connections.forEach(MqttConnection::stop);
            waitUntilAllAreGone();
            await(vertx.undeploy(last));
        }
    }

    private void waitUntilAllAreGone() {
        long until = System.nanoTime() + GOODBYE_MS * 1_000_000;
        try {
            while (!connections.isEmpty() && System.nanoTime() < until) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return deployment != null;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    private void opened(NetSocket socket) {
        NetSocketInternal inside = (NetSocketInternal) socket;
        ChannelPipeline pipeline = inside.channelHandlerContext().pipeline();
        pipeline.addFirst("flushes", new FlushConsolidationHandler(FLUSH_AFTER, true));
        pipeline.addBefore("handler", "mqttEncoder", MqttEncoder.INSTANCE);
        pipeline.addBefore("handler", "mqttDecoder", new MqttDecoder(MqttConnection.LARGEST_PACKET, LONGEST_CLIENT_ID));
        MqttConnection connection =
                new MqttConnection(inside, vertx, parts, reception, wills, intake, number.incrementAndGet() * GOLDEN);
        inside.messageHandler(message -> {
            if (message instanceof MqttMessage mqtt) {
                connection.hear(mqtt);
            } else {
                ReferenceCountUtil.release(message);
                inside.close();
            }
        });
        connections.add(connection);
        inside.closeHandler(gone -> {
            connections.remove(connection);
            connection.closed();
        });
        inside.exceptionHandler(problem -> inside.close());
    }

    private <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(e);
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        } catch (TimeoutException e) {
            throw refused(e);
        }
    }

    private Fault refused(Throwable cause) {
        return new Fault(
                cause instanceof BindException ? CoreError.PORT_TAKEN : CoreError.INTERNAL,
                "the MQTT port " + settings.bind() + ":" + settings.mqttPort() + ": " + cause,
                cause);
    }

    /** One event loop's share of the port. */
    private final class Listening extends VerticleBase {
        @Override
        public Future<?> start() {
            return vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true))
                    .connectHandler(MqttDoor.this::opened)
                    .listen(address())
                    .onSuccess(this::listening);
        }

        private void listening(NetServer server) {
            ports.mqttOpenedAt(server.actualPort());
        }

        private SocketAddress address() {
            return settings.mqttPort() == 0
                    ? SocketAddress.sharedRandomPort(2, settings.bind())
                    : SocketAddress.inetSocketAddress(settings.mqttPort(), settings.bind());
        }
    }
}
