package org.chengshu.sense.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Report;
import org.chengshu.sense.testing.FakeAlarms;
import org.chengshu.sense.testing.SenseAlone;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class RestartTest {
    private static final Instant NIGHT = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void aRestartedNodeJudgesOnAsIfNothingHadHappened() throws Exception {
        NodeArguments city = TestCityConfiguration.newCity();
        String device;
        String rule;
        try (ConfigurableApplicationContext node = start(city)) {
            SenseWorld world = node.getBean(SenseWorld.class);
            String product = world.freshProduct();
            rule = "heavy-" + product;
            device = world.freshDevice(product);
            see(node, device, 0, 160);
            see(node, device, 1, 170);
        }
        try (ConfigurableApplicationContext node = start(city)) {
            see(node, device, 2, 180);
            assertThat(node.getBean(FakeAlarms.class).told())
                    .containsExactly("raise " + rule + "/" + device + " at 2026-03-01T02:00:00Z");
        }
        try (ConfigurableApplicationContext node = start(city)) {
            see(node, device, 3, 180);
            see(node, device, 4, 90);
            assertThat(node.getBean(FakeAlarms.class).told())
                    .containsExactly("clear " + rule + "/" + device + " at 2026-03-01T04:00:00Z");
        }
    }

    private static ConfigurableApplicationContext start(NodeArguments city) throws IOException {
        return new SpringApplicationBuilder(SenseAlone.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("nodeArguments", NodeArguments.class, () -> city))
                .run();
    }

    private static void see(ConfigurableApplicationContext node, String device, int hour, double pm25)
            throws Exception {
        Instant time = NIGHT.plus(Duration.ofHours(hour));
        Report report = new Report(device, List.of(Observation.of(time, "pm25", Value.of(pm25))), List.of());
        Intake.Answer answer = node.getBean(Intake.class).offer(Delivery.of(Door.HTTP, time, report));
        ((Intake.Taken) answer).receipt().get(30, TimeUnit.SECONDS);
    }
}
