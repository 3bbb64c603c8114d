package org.chengshu.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengshu.core.testing.Eventually.eventually;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobsApp.Units;
import org.chengshu.core.jobs.internal.run.JobReader;
import org.chengshu.core.jobs.internal.run.LongJobs;
import org.chengshu.core.jobs.internal.schedule.ScheduleView;
import org.chengshu.core.jobs.internal.schedule.Schedules;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = {JobsApp.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class JobKindsTest {
    private static final Text TITLE = Text.of("数数", "Count");

    @Autowired
    LongJobs jobs;

    @Autowired
    JobReader reader;

    @Autowired
    Schedules schedules;

    @Autowired
    @Qualifier("units")
    JobKind<Units> units;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext sql;

    @Test
    void triesAgainFromTheCheckpointWithGrowingPausesAndDoesEachUnitOnce() {
        UUID id = queue(4, "passing");

        eventually("it is done", () -> view(id).state() == JobState.DONE);

        assertThat(view(id).attempt()).isEqualTo(3);
        assertThat(view(id).result().orElseThrow().get("units").asInt()).isEqualTo(4);
        assertThat(unitsOf(id)).containsExactly(0, 1, 2, 3);
        List<JobReader.JobAttempt> history = reader.history(id);
        assertThat(history).extracting(JobReader.JobAttempt::outcome).containsExactly("done", "failed", "failed");
        assertThat(pause(history.get(1), history.get(2))).isGreaterThanOrEqualTo(200);
        assertThat(pause(history.get(0), history.get(1))).isGreaterThanOrEqualTo(400);
        assertThat(reader.log(id, 0, 10))
                .extracting(line -> line.text().en())
                .containsExactly("begins attempt 1", "begins attempt 2", "begins attempt 3");
    }

    @Test
    void failsForGoodWhenItsAttemptsAreUsedUpAndGoesOnWhenSomebodyRetries() {
        UUID id = queue(2, "lasting");
        eventually("it failed", () -> view(id).state() == JobState.FAILED);
        assertThat(view(id).attempt()).isEqualTo(3);
        assertThat(view(id).retryable()).isTrue();
        assertThat(view(id).error().orElseThrow().en()).contains(id.toString()).doesNotContain("secret");

        sql.execute("update cs_core.job set input = jsonb_set(input, '{trouble}', '\"nothing\"') where id = ?", id);
        jobs.retry(id);

        eventually("it is done", () -> view(id).state() == JobState.DONE);
        assertThat(view(id).attempt()).isEqualTo(4);
        assertThatThrownBy(() -> jobs.retry(id)).isInstanceOf(Fault.class).hasMessageContaining("done");
    }

    @Test
    void doesNotRepeatWhatItsUserHasToMend() {
        UUID id = queue(1, "refused");

        eventually("it failed", () -> view(id).state() == JobState.FAILED);

        assertThat(view(id).attempt()).isEqualTo(1);
        assertThat(view(id).error().orElseThrow().en()).isEqualTo("line 7 has no time");
    }

    @Test
    void endsAnAttemptThatTakesTooLong() {
        UUID id = queue(1, "endless");
        eventually("one attempt is over", () -> reader.history(id).stream().anyMatch(attempt -> attempt.error()
                .filter(error -> error.en().equals("it took longer than PT2S"))
                .isPresent()));

        assertThat(jobs.cancel(id)).isTrue();
        eventually("it is cancelled", () -> view(id).state() == JobState.CANCELLED);
    }

    @Test
    void cancelsAQueuedJobAtOnceAndRunsNoMoreThanTheKindAllows() {
        List<UUID> ids =
                IntStream.range(0, 5).mapToObj(n -> queue(3, 100, "nothing")).toList();
        UUID last = queue(3, 100, "nothing");

        assertThat(jobs.cancel(last)).isTrue();
        assertThat(view(last).state()).isEqualTo(JobState.CANCELLED);
        eventually("all are done", () -> {
            assertThat(sql.fetchSingle(
                                    "select count(*) from cs_core.job where kind = 'test.units' and state = 'running'")
                            .get(0, Integer.class))
                    .isLessThanOrEqualTo(2);
            return ids.stream().allMatch(id -> view(id).state() == JobState.DONE);
        });
        assertThat(unitsOf(last)).isEmpty();
    }

    @Test
    void queuesNothingWhenTheTransactionRollsBackAndOneJobForOneKey() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    jobs.queue(order(1, 0, "nothing").once("undone"));
                    throw new IllegalStateException("thought better of it");
                }))
                .hasMessage("thought better of it");
        assertThat(sql.fetchOptional("select 1 from cs_core.job where once_key = 'undone'"))
                .isEmpty();

        UUID first = jobs.queue(order(1, 0, "nothing").once("key")).id();
        assertThat(jobs.queue(order(1, 0, "nothing").once("key")).id()).isEqualTo(first);
    }

    @Test
    void givesAJobBackWhenTheNodeIsStoppedWithoutCountingTheAttempt() {
        UUID id = jobs.queue(order(40, 50, "nothing")).id();
        eventually("it runs", () -> view(id).done() > 2);

        jobs.stop();
        assertThat(view(id).state()).isEqualTo(JobState.QUEUED);
        assertThat(reader.history(id).getFirst().outcome()).isEqualTo("released");
        jobs.start();

        eventually("it is done", () -> view(id).state() == JobState.DONE);
        assertThat(view(id).attempts()).hasValue(4);
        assertThat(unitsOf(id))
                .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
    }

    @Test
    void letsNobodyCommitAUnitOfAJobThatAnotherHasTakenUp() {
        UUID id = jobs.queue(order(12, 100, "nothing")).id();
        eventually("it runs", () -> view(id).done() > 2);
        sql.execute("update cs_core.job set attempt = attempt + 1 where id = ?", id);
        int done = unitsOf(id).size();

        eventually(
                "the first notices",
                () -> view(id).state() == JobState.RUNNING && unitsOf(id).size() <= done + 1);
        sql.execute("update cs_core.job set state = 'queued', next_at = now() where id = ?", id);
        eventually("the second ends it", () -> view(id).state() == JobState.DONE);
        assertThat(unitsOf(id))
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
    }

    @Test
    void pausesResumesAndRunsSchedules() {
        assertThat(schedule("test.yearly").timing().en()).isEqualTo("cron 0 0 3 1 1 *");
        assertThat(schedule("test.tick").timing().en()).isEqualTo("every 0.5 s");
        eventually("it broke", () -> schedule("test.tick").lastError().isPresent());
        assertThat(schedule("test.tick").lastError().orElseThrow()).doesNotContain("every other run");

        schedules.pause("test.tick", Viewer.system());
        assertThat(schedule("test.tick").paused()).isTrue();
        assertThat(schedule("test.tick").nextAt()).isEmpty();
        assertThatThrownBy(() -> schedules.run("test.tick", Viewer.system())).hasMessageContaining("paused");
        schedules.resume("test.tick");
        assertThat(schedule("test.tick").pausedBy()).isEmpty();

        schedules.run("test.yearly", Viewer.system());
        eventually("its job is done", () -> sql.fetchOptional(
                        "select 1 from cs_core.job where schedule = 'test.yearly' and state = 'done'")
                .isPresent());
    }

    private ScheduleView schedule(String name) {
        return schedules.list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long pause(JobReader.JobAttempt later, JobReader.JobAttempt earlier) {
        return java.time.Duration.between(earlier.endedAt().orElseThrow(), later.startedAt())
                .toMillis();
    }

    private UUID queue(int count, String trouble) {
        return queue(count, 0, trouble);
    }

    private UUID queue(int count, long millis, String trouble) {
        return jobs.queue(order(count, millis, trouble)).id();
    }

    private JobOrder<Units> order(int count, long millis, String trouble) {
        return JobOrder.of(units, TITLE, new Units(count, millis, trouble), Viewer.system());
    }

    private List<Integer> unitsOf(UUID id) {
        return sql.fetch("select unit from unit where job = ? order by unit", id)
                .getValues(0, Integer.class);
    }

    private JobView view(UUID id) {
        return reader.find(id).orElseThrow();
    }
}
