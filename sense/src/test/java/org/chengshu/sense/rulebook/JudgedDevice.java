package org.chengshu.sense.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.settings.DaysOff;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Product;
import org.chengshu.sense.Property;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.rules.Decision;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.MemoryCodec;
import org.chengshu.sense.rules.Rule;
import org.chengshu.sense.rules.RuleMachine;
import org.chengshu.sense.rules.Step;
import org.chengshu.sense.rules.Usual;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import tools.jackson.databind.json.JsonMapper;

/** A device under one rule as a pack words it, told what it sees at which local time; restarted after every observation. */
final class JudgedDevice {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Product STATION = new Product(
            "station",
            Text.of("站", "Station"),
            Optional.of(Duration.ofHours(3)),
            Severity.YELLOW,
            List.of(
                    number("pm25"),
                    number("wind"),
                    new Property("door", Text.of("门", "Door"), PropertyType.TEXT, Optional.empty(), Optional.empty())));
    /** A Thursday off, and a Sunday worked for it. */
    private static final DaysOff DAYS_OFF =
            new DaysOff(Set.of(LocalDate.parse("2026-03-05")), Set.of(LocalDate.parse("2026-03-08")));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RuleMachine machine;
    private final List<String> decisions = new ArrayList<>();
    private Usual usual = Usual.UNKNOWN;
    private boolean judged = true;
    private DeviceMemory memory = DeviceMemory.EMPTY;

    private JudgedDevice(Rule rule) {
        this.machine = new RuleMachine(List.of(rule), STATION.maxSilence());
    }

    /** The rest of the rule, without id, product and title. */
    static JudgedDevice under(String rest) {
        String whole = "{\"id\": \"r\", \"product\": \"station\", \"title\": {\"zh\": \"规则\", \"en\": \"Rule\"}, "
                + rest + "}";
        return new JudgedDevice(
                RuleCompiler.compile(JSON.readTree(whole), STATION, new RuleCompiler.City(ZONE, DAYS_OFF)));
    }

    JudgedDevice usually(double usualValue, double spread) {
        usual = property -> Optional.of(new Usual.Band(usualValue, spread));
        return this;
    }

    /** On Monday the 2nd of March 2026. */
    JudgedDevice at(String time, double pm25) {
        return at(2, time, Map.of("pm25", Value.of(pm25)));
    }

    JudgedDevice at(int day, String time, Map<String, Value> values) {
        Instant at =
                LocalDateTime.parse("2026-03-0" + day + "T" + time).atZone(ZONE).toInstant();
        memory = MemoryCodec.read(MemoryCodec.write(memory));
        Step step = machine.step(memory, Observation.of(at, values), usual, judged);
        memory = step.memory();
        step.decisions().forEach(decision -> decisions.add(words(decision)));
        return this;
    }

    JudgedDevice inMaintenance(boolean so) {
        judged = !so;
        return this;
    }

    JudgedDevice clearedByHand() {
        memory = memory.without("r");
        return this;
    }

    List<String> decisions() {
        return decisions;
    }

    private static String words(Decision decision) {
        return switch (decision) {
            case Decision.Raise raise ->
                raise.severity() + " since " + clock(raise.since()) + " at " + clock(raise.at());
            case Decision.Change change -> change.severity() + " at " + clock(change.at());
            case Decision.Clear clear -> "clear at " + clock(clear.at());
        };
    }

    private static String clock(Instant time) {
        return time.atZone(ZONE).toLocalTime().toString();
    }

    private static Property number(String id) {
        return new Property(id, Text.of(id, id), PropertyType.NUMBER, Optional.empty(), Optional.empty());
    }
}
