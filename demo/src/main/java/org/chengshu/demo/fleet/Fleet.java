package org.chengshu.demo.fleet;

import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chengshu.demo.air.Reports;
import org.chengshu.demo.town.Gadget;
import org.chengshu.wire.Telemetry;

/** All devices of the demonstration, each reporting in its own rhythm over its own connection. */
public final class Fleet implements AutoCloseable {
    private static final long STOP_SECONDS = 5;

    private final Vertx vertx = Vertx.vertx();
    private final Clock clock;
    private final Reports reports;
    private final List<Sender> senders;

    private Fleet(
            Clock clock,
            Reports reports,
            Doors doors,
            HttpClient http,
            List<Gadget> gadgets,
            Map<String, String> tokens) {
        this.clock = clock;
        this.reports = reports;
        this.senders = gadgets.stream()
                .map(gadget -> sender(gadget, doors, http, tokens.get(gadget.code())))
                .toList();
    }

    private Sender sender(Gadget gadget, Doors doors, HttpClient http, String token) {
        return gadget.overMqtt() ? new MqttSender(vertx, doors, token) : new HttpSender(http, doors.http(), token);
    }

    public static Fleet start(
            ScheduledExecutorService timer,
            Clock clock,
            Reports reports,
            Doors doors,
            HttpClient http,
            List<Gadget> gadgets,
            Map<String, String> tokens,
            double rate) {
        Fleet fleet = new Fleet(clock, reports, doors, http, gadgets, tokens);
        SplittableRandom random = new SplittableRandom(gadgets.size());
        for (int i = 0; i < gadgets.size(); i++) {
            Gadget gadget = gadgets.get(i);
            Sender sender = fleet.senders.get(i);
            long period = Math.max(100, Math.round(gadget.sort().seconds() * 1_000 / rate));
            Future<?> _ = timer.scheduleAtFixedRate(
                    () -> fleet.report(gadget, sender), random.nextLong(period), period, TimeUnit.MILLISECONDS);
        }
        return fleet;
    }

    // A lost report is what real devices have too; the next one follows in its rhythm.
    private void report(Gadget gadget, Sender sender) {
        reports.report(gadget, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .ifPresent(observation -> sender.send(Telemetry.write(observation)));
    }

    @Override
    public void close() {
        senders.forEach(Sender::close);
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The process ends anyway; the platform sees closed connections either way.
            return;
        }
    }
}
