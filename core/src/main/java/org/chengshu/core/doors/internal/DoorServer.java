package org.chengshu.core.doors.internal;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chengshu.core.CoreError;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.doors.DoorRoutes;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The devices' HTTP port: opened when everything else is ready, shut before anything else stops. */
@Component
final class DoorServer implements SmartLifecycle, DisposableBean {
    private static final int MOST_LOOPS = 4;
    private static final int IDLE_SECONDS = 120;
    private static final int PATIENCE_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(DoorServer.class);

    private final Vertx vertx;
    private final CitySettings settings;
    private final DoorPorts ports;
    private final ObjectProvider<DoorRoutes> routes;
    private volatile String deployment;

    DoorServer(Vertx vertx, CitySettings settings, DoorPorts ports, ObjectProvider<DoorRoutes> routes) {
        this.vertx = vertx;
        this.settings = settings;
        this.ports = ports;
        this.routes = routes;
    }

    @Override
    public void start() {
        Router router = DoorRouter.create(vertx, routes.orderedStream().toList());
        DeploymentOptions options = new DeploymentOptions()
                .setInstances(Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors()));
        deployment = await(vertx.deployVerticle(() -> new Listening(router), options));
        LOG.info("devices are heard at {}:{}", settings.bind(), ports.device());
    }

    @Override
    public void stop() {
        String last = deployment;
        deployment = null;
        if (last != null) {
            ports.deviceOpenedAt(0);
            await(vertx.undeploy(last));
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

    /** Vert.x itself ends here, after every door that uses it. */
    @Override
    public void destroy() {
        await(vertx.close());
    }

    private <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw refused(e.getCause());
        } catch (TimeoutException e) {
            throw refused(e);
        }
    }

    private Fault refused(Throwable cause) {
        boolean taken = cause instanceof java.net.BindException;
        return new Fault(
                taken ? CoreError.PORT_TAKEN : CoreError.INTERNAL,
                "the devices' port " + settings.bind() + ":" + settings.devicePort() + ": " + cause,
                cause);
    }

    /** One event loop's share of the port. */
    private final class Listening extends VerticleBase {
        private final Router router;

        Listening(Router router) {
            this.router = router;
        }

        @Override
        public Future<?> start() {
            HttpServerOptions options =
                    new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setDecompressionSupported(true);
            return vertx.createHttpServer(options)
                    .requestHandler(router)
                    .listen(address())
                    .onSuccess(this::opened);
        }

        private SocketAddress address() {
            return settings.devicePort() == 0
                    ? SocketAddress.sharedRandomPort(1, settings.bind())
                    : SocketAddress.inetSocketAddress(settings.devicePort(), settings.bind());
        }

        private void opened(HttpServer server) {
            ports.deviceOpenedAt(server.actualPort());
        }
    }
}
