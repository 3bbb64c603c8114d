package org.chengshu.demo.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chengshu.demo.town.Gadget;
import org.chengshu.demo.town.Town;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    private final Incidents incidents = new Incidents();
    private final List<Gadget> gadgets = Town.of(7, 60).gadgets();
    private final Reports reports = new Reports(new Air(7), incidents);
    private final Gadget site = gadgets.stream()
            .filter(gadget -> gadget.sort() == Gadget.Sort.SITE)
            .findFirst()
            .orElseThrow();

    @Test
    void anUndisturbedSiteStaysFarBelowTheAlarm() {
        for (int hour = 0; hour < 24 * 7; hour++) {
            assertThat(pm10(NOON.plus(Duration.ofHours(hour)))).isLessThan(290);
        }
    }

    @Test
    void dustRisesUntilSomebodyDealsWithIt() {
        incidents.begin(new Incident(site.code(), Incident.Kind.DUST, NOON, Duration.ofMinutes(5), 500));

        assertThat(pm10(NOON.plusSeconds(60))).isGreaterThan(500);
        incidents.end(site.code());
        assertThat(pm10(NOON.plusSeconds(61))).isLessThan(290);
    }

    @Test
    void aDeadDeviceReportsNothingAndComesBackByItself() {
        incidents.begin(new Incident(site.code(), Incident.Kind.DEAD, NOON, Duration.ofMinutes(3), 0));

        assertThat(reports.report(site, NOON.plusSeconds(5))).isEmpty();
        assertThat(reports.report(site, NOON.plus(Duration.ofMinutes(4)))).isPresent();
    }

    private double pm10(Instant time) {
        Observation observation = reports.report(site, time).orElseThrow();
        return observation.values().get("pm10") instanceof Value.Num(double number) ? number : Double.NaN;
    }
}
