package org.chengshu.demo;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.chengshu.demo.air.Air;
import org.chengshu.demo.air.Incidents;
import org.chengshu.demo.air.Reports;
import org.chengshu.demo.air.Troubles;
import org.chengshu.demo.fleet.Doors;
import org.chengshu.demo.fleet.Fleet;
import org.chengshu.demo.history.History;
import org.chengshu.demo.link.HttpLink;
import org.chengshu.demo.people.DutyOfficer;
import org.chengshu.demo.people.Handlers;
import org.chengshu.demo.town.Gadget;
import org.chengshu.demo.town.Town;
import org.chengshu.kernel.Fault;

/**
 * A city that lives: devices that report, things that go wrong, people who mend most of them. It uses the public doors
 * only and needs the packs {@code city-base} and {@code air-quality}. It runs from {@link #start} to {@link #close}; a
 * refusal by the platform during set-up is a {@link Fault}, later ones are told once and tried again.
 */
public final class DemoCity implements AutoCloseable {
    private static final long PEOPLE_EVERY_SECONDS = 3;

    private final Consumer<String> say;
    private final ScheduledExecutorService timer;
    private final HttpClient http;
    private final Incidents incidents = new Incidents();
    private final AtomicReference<String> lastTrouble = new AtomicReference<>("");
    private final Fleet fleet;

    private DemoCity(DemoTarget target, DemoOptions options, Consumer<String> say) {
        this.say = say;
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10));
        target.trust().ifPresent(client::sslContext);
        this.http = client.build();
        this.timer = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("demo-", 1).factory());
        Clock clock = Clock.systemUTC();
        Town town = Town.of(options.seed(), options.devices());
        Air air = new Air(options.seed());
        HttpLink link = HttpLink.byToken(http, target.http(), target.token());
        Map<String, String> tokens = settle(link, town, air, options, clock);
        say.accept("Starting " + town.gadgets().size() + " devices over MQTT and HTTP ...");
        this.fleet = Fleet.start(
                timer, clock, new Reports(air, incidents), doors(target), http, town.gadgets(), tokens, options.rate());
        startPeople(link, options, clock);
        startTroubles(new Troubles(options.seed(), town.gadgets()), clock);
    }

    /** Sets the city up, which takes some seconds on the first start, and lets it live. */
    public static DemoCity start(DemoTarget target, DemoOptions options, Consumer<String> say) {
        return new DemoCity(target, options, say);
    }

    private static Doors doors(DemoTarget target) {
        return new Doors(target.device(), target.mqttHost(), target.mqttPort());
    }

    private Map<String, String> settle(HttpLink link, Town town, Air air, DemoOptions options, Clock clock) {
        Setup setup = new Setup(link, say);
        setup.applyTown(town);
        boolean firstDay = setup.createAccounts();
        List<Gadget> gadgets = town.gadgets();
        if (firstDay) {
            setup.fillHistory(new History(air, options.seed(), clock.instant()), gadgets, clock.instant());
            setup.reportByPeople(gadgets);
        }
        return setup.tokens(gadgets);
    }

    private void startPeople(HttpLink link, DemoOptions options, Clock clock) {
        DutyOfficer officer = new DutyOfficer(as(link, "duty"), clock, options.seed());
        Handlers housing = new Handlers(
                as(link, "handler"), clock, incidents, options.seed() + 1, "已开启喷淋并覆盖裸土", "已责令停工整改", "已冲洗车辆并清扫道路");
        Handlers maintenance = new Handlers(
                as(link, "maintainer"), clock, incidents, options.seed() + 2, "已更换电源模块", "已重启并校准探头", "已恢复通信线路");
        every(PEOPLE_EVERY_SECONDS, officer::work);
        every(PEOPLE_EVERY_SECONDS, housing::work);
        every(PEOPLE_EVERY_SECONDS, maintenance::work);
    }

    private static HttpLink as(HttpLink link, String name) {
        DemoAccount account = DemoAccount.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return link.signIn(account.name(), account.password());
    }

    private void startTroubles(Troubles troubles, Clock clock) {
        incidents.begin(troubles.next(clock.instant()));
        incidents.begin(troubles.next(clock.instant()));
        scheduleTrouble(troubles, clock);
    }

    private void scheduleTrouble(Troubles troubles, Clock clock) {
        Future<?> _ = timer.schedule(
                () -> {
                    incidents.begin(troubles.next(clock.instant()));
                    scheduleTrouble(troubles, clock);
                },
                troubles.pause().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void every(long seconds, Runnable work) {
        Future<?> _ = timer.scheduleWithFixedDelay(() -> tolerant(work), seconds, seconds, TimeUnit.SECONDS);
    }

    // A timer forgets a task that threw; the demonstration goes on and says each new trouble once.
    private void tolerant(Runnable work) {
        try {
            work.run();
        } catch (Fault fault) {
            String trouble = String.valueOf(fault.getMessage());
            if (!trouble.equals(lastTrouble.getAndSet(trouble))) {
                say.accept("demonstration: " + trouble);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        fleet.close();
        http.shutdownNow();
    }
}
