package org.chengshu.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengshu.core.testing.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = {JobsApp.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class JobsTest {
    private static final Text TITLE = Text.of("数数", "Count");

    @Autowired
    Jobs jobs;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext sql;

    @Autowired
    JsonMapper json;

    @Autowired
    AtomicInteger ticks;

    @Autowired
    List<SmartLifecycle> lifecycles;

    @Test
    void keepsProgressAndResultOfAJobThatEnds() {
        CompletableFuture<Void> looked = new CompletableFuture<>();
        JobView started = jobs.start("test.count", TITLE, Viewer.system(), progress -> {
            progress.at(3, 10, Text.of("第三行", "row 3"));
            looked.join();
            return json.createObjectNode().put("rows", 10);
        });

        eventually("the progress is seen", () -> view(started).done() == 3);
        assertThat(view(started).state()).isEqualTo(JobState.RUNNING);
        assertThat(view(started).total()).isEqualTo(10);
        looked.complete(null);

        eventually("it ends", () -> view(started).state() == JobState.DONE);
        assertThat(view(started).result().orElseThrow().get("rows").asInt()).isEqualTo(10);
        assertThat(view(started).message()).hasValue(Text.of("第三行", "row 3"));
        assertThat(view(started).endedAt()).isPresent();
    }

    @Test
    void startsAJobOnlyWhenTheTransactionThatAskedForItCommits() {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> transactions.run(() -> {
                    jobs.start("test.undone", TITLE, Viewer.system(), progress -> {
                        runs.incrementAndGet();
                        return json.nullNode();
                    });
                    throw new IllegalStateException("thought better of it");
                }))
                .hasMessage("thought better of it");

        assertThat(sql.fetchValue("select count(*) from cs_core.job where kind = 'test.undone'"))
                .isEqualTo(0L);
        assertThat(runs).hasValue(0);
    }

    @Test
    void tellsTheFaultThatMadeAJobFailAndHidesWhatBrokeInside() {
        JobView refused = jobs.start("test.refused", TITLE, Viewer.system(), progress -> {
            throw new Fault(CoreError.BAD_REQUEST, "line 7 has no time");
        });
        JobView broken = jobs.start("test.broken", TITLE, Viewer.system(), progress -> {
            throw new IllegalStateException("a secret");
        });

        eventually(
                "both fail",
                () -> view(refused).state() == JobState.FAILED && view(broken).state() == JobState.FAILED);
        assertThat(view(refused).message().orElseThrow().en()).isEqualTo("line 7 has no time");
        assertThat(view(broken).message().orElseThrow().en())
                .contains(broken.id().toString())
                .doesNotContain("secret");
    }

    @Test
    void hearsOfACancelRequestThatAnotherNodeWrote() {
        JobView started = jobs.start("test.endless", TITLE, Viewer.system(), progress -> {
            while (!progress.cancelled()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            return json.nullNode();
        });
        sql.execute("update cs_core.job set cancel_requested = true where id = ?", started.id());

        eventually("it ends as cancelled", () -> view(started).state() == JobState.CANCELLED);
    }

    @Test
    void showsJobsThatRanWhenTheNodeWentAwayAsInterrupted() {
        SmartLifecycle longJobs = lifecycle("LongJobs");
        CompletableFuture<Void> never = new CompletableFuture<>();
        JobView cutOff = jobs.start("test.cut-off", TITLE, Viewer.system(), progress -> {
            never.join();
            return json.nullNode();
        });
        UUID orphan = UUID.randomUUID();
        sql.execute("""
                insert into cs_core.job (id, kind, title_zh, title_en, state, started_by, node, started_at, attempt)
                select ?, kind, title_zh, title_en, state, started_by, node, started_at, attempt
                from cs_core.job where id = ?
                """, orphan, cutOff.id());

        longJobs.stop();
        longJobs.start();

        assertThat(view(cutOff).state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(jobs.find(orphan).orElseThrow().state()).isEqualTo(JobState.INTERRUPTED);
        never.complete(null);
    }

    @Test
    void runsARecurringJobAgainAndAgainAlsoAfterItThrew() {
        int seen = ticks.get();

        eventually("it ran twice more", () -> ticks.get() >= seen + 2);
    }

    @Test
    void takesUpARecurringJobThatThisNodeHeldWhenItWasKilled() {
        SmartLifecycle recurring = lifecycle("RecurringJobs");
        recurring.stop();
        sql.execute("""
                update cs_core.scheduled_task
                set picked = true, picked_by = ?, last_heartbeat = now(), execution_time = now()
                where task_name = 'test.tick'
                """, nodeName());
        int seen = ticks.get();

        recurring.start();

        eventually("it runs again at once", () -> ticks.get() > seen);
    }

    private String nodeName() {
        JobView job = jobs.start("test.name", TITLE, Viewer.system(), progress -> json.nullNode());
        return sql.fetchSingle("select node from cs_core.job where id = ?", job.id())
                .get(0, String.class);
    }

    private SmartLifecycle lifecycle(String name) {
        return lifecycles.stream()
                .filter(bean -> bean.getClass().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JobView view(JobView job) {
        return jobs.find(job.id()).orElseThrow();
    }
}
