package org.chengshu.sense.testing;

import org.chengshu.alarm.Alarms;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.disk.DiskSpace;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.core.live.Live;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The sensing floor on a real database, with hand-made neighbours and a clock of its own. No configuration by annotation,
 * so that tests of the whole node do not pick it up.
 */
@EnableAutoConfiguration
@ComponentScan({
    "org.chengshu.core.db",
    "org.chengshu.core.doors",
    "org.chengshu.sense.facts",
    "org.chengshu.sense.product",
    "org.chengshu.sense.device",
    "org.chengshu.sense.groups",
    "org.chengshu.sense.fleet",
    "org.chengshu.sense.rulebook",
    "org.chengshu.sense.state",
    "org.chengshu.sense.store",
    "org.chengshu.sense.ledger",
    "org.chengshu.sense.intake",
    "org.chengshu.sense.doors",
    "org.chengshu.sense.mqtt",
    "org.chengshu.sense.quota",
    "org.chengshu.sense.link",
    "org.chengshu.sense.command",
    "org.chengshu.sense.twin",
    "org.chengshu.sense.mapping",
    "org.chengshu.sense.imports",
    "org.chengshu.sense.absence",
    "org.chengshu.sense.shared",
    "org.chengshu.sense.usual",
    "org.chengshu.sense.derived"
})
@Import(SenseWorld.class)
public class SenseAlone {
    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Alarms alarms(Transactions transactions) {
        return new FakeAlarms(transactions);
    }

    @Bean
    Jobs jobs() {
        return new FakeJobs();
    }

    @Bean
    DiskSpace diskSpace() {
        return () -> true;
    }

    @Bean
    Live live() {
        return new FakeLive();
    }

    @Bean
    FakeApiTokens apiTokens() {
        return new FakeApiTokens();
    }

    @Bean
    Areas areas() {
        return new FakeTrees.FakeAreas();
    }

    @Bean
    Organisations organisations() {
        return new FakeTrees.FakeOrganisations();
    }
}
