package org.chengshu.cases.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmSort;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.SubjectView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** A small city with three departments, whose stations alarm and whose people act over HTTP. */
@TestComponent
public class CasesWorld {
    public static final String CASES = "/api/cases/v1/cases";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Alarms alarms;
    private final FakeStations stations;
    private final Accounts accounts;
    private final Clock clock;
    private final Environment environment;
    private final TestPeople people;

    CasesWorld(
            Alarms alarms,
            FakeStations stations,
            Accounts accounts,
            Packs packs,
            Clock clock,
            Environment environment,
            ApplicationContext context) {
        this.alarms = alarms;
        this.stations = stations;
        this.accounts = accounts;
        this.clock = clock;
        this.environment = environment;
        this.people = new TestPeople(context);
        packs.apply(pack(), Viewer.system());
    }

    public static PackFiles pack() {
        try {
            return PackFiles.read(Path.of(CasesWorld.class
                            .getResource("/world-pack/pack.yaml")
                            .toURI())
                    .getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A station in the east of the city that no other test uses. */
    public Station station() {
        return new Station(this, "station-" + NUMBER.incrementAndGet(), "/city/east/");
    }

    public PeopleClient officer() {
        return with("cases:read", "cases:report", "cases:dispatch");
    }

    public PeopleClient leader() {
        return with("cases:read", "cases:override", "core:audit");
    }

    public PeopleClient with(String... permissions) {
        return client().bearer(key(permissions));
    }

    /** A token of somebody with these rights. */
    public String key(String... permissions) {
        return people.token(permissions);
    }

    public PeopleClient servingOnly(String area, String... permissions) {
        return client().bearer(people.tokenIn(area, permissions));
    }

    /** Somebody of a department who handles its cases. */
    public PeopleClient handlerOf(String organisation) {
        return memberOf(organisation, "cases:read", "cases:handle");
    }

    /** Somebody of a department with these rights. */
    public PeopleClient memberOf(String organisation, String... permissions) {
        NewAccount account = new NewAccount(
                "handler-" + NUMBER.incrementAndGet(),
                "李处置",
                Optional.of(TestPeople.PASSWORD),
                List.of(people.role(permissions)),
                Optional.empty(),
                Optional.of(organisation));
        return client().bearer(people.token(accounts.create(account).id()));
    }

    public PeopleClient client() {
        return PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** The case that an alarm opened or joined. */
    public CaseOnHand awaitCaseOf(AlarmId alarm) {
        Eventually.eventually("the case of " + alarm, () -> !casesOf(alarm).isEmpty());
        return new CaseOnHand(this, casesOf(alarm).get(0).path("id").asString());
    }

    public JsonNode casesOf(AlarmId alarm) {
        return officer().get(CASES + "?alarm=" + alarm).json().path("items");
    }

    AlarmId raise(Station station, String rule, int severity, Optional<Instant> historicalAt) {
        Instant at = historicalAt.orElseGet(clock::instant);
        AlarmSort sort = rule.equals("silence") ? AlarmSort.SILENCE : AlarmSort.CONDITION;
        AlarmRule by = new AlarmRule(
                rule, Text.of("规则" + rule, "Rule " + rule), Severity.ofLevel(severity), sort, "pm10 > 300");
        SubjectView subject = new SubjectView(
                station.subject(),
                Text.of("站点" + station.id(), "Station " + station.id()),
                station.areaPath(),
                Optional.empty());
        return alarms.raise(new Signal(by, subject, at, at, Map.of("pm10", 412), historicalAt.isPresent(), true));
    }

    void clear(Station station, String rule) {
        alarms.clear(rule, station.subject(), clock.instant(), Map.of("pm10", 88));
    }

    void clearHistorical(AlarmId id, Instant at) {
        alarms.clearHistorical(id, at, Map.of("pm10", 77));
    }

    FakeStations stations() {
        return stations;
    }

    /** A station whose state tests play with. */
    public record Station(CasesWorld world, String id, String areaPath) {
        public Station at(String path) {
            return new Station(world, id, path);
        }

        public AlarmId raises(String rule) {
            return raises(rule, 3);
        }

        public AlarmId raises(String rule, int severity) {
            return world.raise(this, rule, severity, Optional.empty());
        }

        public AlarmId raisedLongAgo(String rule, Duration ago) {
            return world.raise(this, rule, 3, Optional.of(world.clock.instant().minus(ago)));
        }

        public void clears(String rule) {
            world.clear(this, rule);
        }

        public void clearedLongAgo(AlarmId id, Duration ago) {
            world.clearHistorical(id, world.clock.instant().minus(ago));
        }

        /** Its readings of the past are all there. */
        public Station withADiary() {
            world.stations().keptADiary(id);
            return this;
        }

        public void dies() {
            world.stations().die(id);
        }

        public void livesAgain() {
            world.stations().liveAgain(id);
        }

        Subject subject() {
            return new Subject("device", id);
        }
    }
}
