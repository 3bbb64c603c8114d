package org.chengshu.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.testing.TestCityConfiguration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes in processes of their own on one database; one of them is killed in the middle of its work. */
class TwoNodesTest {
    private static final int UNITS = 60;
    private static final Duration TAKE_OVER = Duration.ofSeconds(25);

    private final List<Process> nodes = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void finishesTheJobsOfANodeThatIsKilledAndDoesEachUnitOnce() throws Exception {
        String url = TestCityConfiguration.newDatabaseUrl();
        startNode("one", url);
        DSLContext sql = DSL.using(url);
        eventually("the first node lives", () -> alive(sql) == 1);
        startNode("two", url);
        eventually("both nodes live", () -> alive(sql) == 2);
        UUID longJob = insert(sql, UNITS, 100);
        List<UUID> shortJobs =
                IntStream.range(0, 30).mapToObj(n -> insert(sql, 3, 20)).toList();
        eventually("the long job is under way", () -> done(sql, longJob) >= 5);
        long holder = sql.fetchSingle("select max(node) from unit where job = ?", longJob)
                .get(0, Long.class);

        ProcessHandle.of(holder).orElseThrow().destroyForcibly();
        Instant killed = Instant.now();
        long before = done(sql, longJob);
        eventually("the other node goes on", () -> nodesOf(sql, longJob) == 2);
        Duration takeOver = Duration.between(killed, Instant.now());
        eventually(
                "all is done",
                () -> sql.fetchSingle("select count(*) from cs_core.job where state <> 'done'")
                                .get(0, Integer.class)
                        == 0);

        assertThat(units(sql, longJob))
                .containsExactlyElementsOf(IntStream.range(0, UNITS).boxed().toList());
        shortJobs.forEach(job -> assertThat(units(sql, job)).containsExactly(0, 1, 2));
        assertThat(before).isLessThan(UNITS);
        assertThat(takeOver).isLessThan(TAKE_OVER);
        assertThat(sql.fetch("select outcome from cs_core.job_attempt where job_id = ? order by attempt", longJob)
                        .getValues(0))
                .hasToString("[lost, done]");
        System.out.printf(
                "killed after %d of %d units; taken up after %.1f s; %d short jobs, %d of them by the other node%n",
                before,
                UNITS,
                takeOver.toMillis() / 1000.0,
                shortJobs.size(),
                sql.fetchSingle("select count(distinct job) from unit where job <> ? and node <> ?", longJob, holder)
                        .get(0, Integer.class));
    }

    private void startNode(String name, String url) throws IOException {
        nodes.add(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JobNode.class.getName(),
                        folder.resolve(name).toString(),
                        url)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(Process::destroyForcibly);
    }

    private static UUID insert(DSLContext sql, int count, long millis) {
        UUID id = UUID.randomUUID();
        sql.execute("""
                insert into cs_core.job (id, kind, title_zh, title_en, state, started_by, started_at, input, attempts,
                    next_at)
                values (?, 'test.patient-units', '数数', 'Count', 'queued', ?, now(),
                    jsonb_build_object('count', ?, 'millisEach', ?, 'trouble', 'nothing'), 5, now())
                """, id, Viewer.system().accountId(), count, millis);
        return id;
    }

    private static int alive(DSLContext sql) {
        return sql.fetchOptional("select to_regclass('cs_core.node_beat')")
                .filter(row -> row.get(0) != null)
                .map(row -> sql.fetchSingle("select count(*) from cs_core.node_beat")
                        .get(0, Integer.class))
                .orElse(0);
    }

    private static long done(DSLContext sql, UUID job) {
        return sql.fetchSingle("select count(*) from unit where job = ?", job).get(0, Long.class);
    }

    private static int nodesOf(DSLContext sql, UUID job) {
        return sql.fetchSingle("select count(distinct node) from unit where job = ?", job)
                .get(0, Integer.class);
    }

    private static List<Integer> units(DSLContext sql, UUID job) {
        return sql.fetch("select unit from unit where job = ? order by unit", job)
                .getValues(0, Integer.class);
    }
}
