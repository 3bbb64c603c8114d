package org.chengshu.core.jobs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node that has nothing but jobs, some of them unruly. No configuration by annotation, so that tests of the whole node do
 * not pick it up.
 */
@EnableAutoConfiguration
@ComponentScan({"org.chengshu.core.db", "org.chengshu.core.jobs", "org.chengshu.core.settings"})
public class JobsApp {
    static final Retry QUICK = new Retry(3, Duration.ofMillis(200), Duration.ofSeconds(1));

    /** @param trouble what befalls it: nothing, passing, lasting, refused, endless, slow */
    public record Units(int count, long millisEach, String trouble) {}

    public record Reached(int units) {}

    @Bean
    AtomicInteger ticks() {
        return new AtomicInteger();
    }

    @Bean
    RecurringJob tick(AtomicInteger ticks) {
        return new RecurringJob("test.tick", Duration.ofMillis(500), () -> {
            if (ticks.incrementAndGet() % 2 == 1) {
                throw new IllegalStateException("every other run breaks");
            }
        });
    }

    @Bean
    JobKind<Units> units(Transactions transactions, DSLContext sql, JsonMapper json) {
        sql.execute("create table if not exists unit (job uuid, unit int, attempt int, node bigint)");
        return JobKind.of("test.units", Text.of("单元", "Units"), Units.class, (input, run) -> {
                    trouble(input, run);
                    int first =
                            run.checkpoint(Reached.class).map(Reached::units).orElse(0);
                    for (int unit = first; unit < input.count() && !run.cancelled(); unit++) {
                        int done = unit;
                        transactions.run(() -> {
                            LockSupport.parkNanos(
                                    Duration.ofMillis(input.millisEach()).toNanos());
                            sql.execute(
                                    "insert into unit values (?, ?, ?, ?)",
                                    run.id(),
                                    done,
                                    run.attempt(),
                                    ProcessHandle.current().pid());
                            run.keep(new Reached(done + 1));
                            run.at(done + 1L, input.count(), Text.of("第 " + done, "unit " + done));
                        });
                        if (input.trouble().equals("passing") && run.attempt() < 3) {
                            throw new IllegalStateException("a secret of the house");
                        }
                    }
                    return json.createObjectNode().put("units", input.count());
                })
                .with(QUICK)
                .within(Duration.ofSeconds(2))
                .atOnce(2);
    }

    /** As units, with time and patience for real nodes. */
    @Bean
    JobKind<Units> patientUnits(JobKind<Units> units) {
        return new JobKind<>(
                "test.patient-units",
                units.title(),
                Units.class,
                units.task(),
                Retry.usual(),
                Duration.ofMinutes(5),
                8);
    }

    @Bean
    ScheduledJob<Units> yearly(JobKind<Units> units) {
        return new ScheduledJob<>("test.yearly", Timing.cron("0 0 3 1 1 *"), units, () -> new Units(1, 0, "nothing"));
    }

    private static void trouble(Units input, JobRun run) {
        run.note(Text.of("开始", "begins attempt " + run.attempt()));
        switch (input.trouble()) {
            case "lasting" -> throw new IllegalStateException("a secret of the house");
            case "refused" -> throw new Fault(CoreError.BAD_REQUEST, "line 7 has no time");
            case "endless" -> {
                while (!run.cancelled()) {
                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                }
            }
            default -> {}
        }
    }
}
