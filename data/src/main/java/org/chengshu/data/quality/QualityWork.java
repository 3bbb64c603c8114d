package org.chengshu.data.quality;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.core.jobs.ScheduledJob;
import org.chengshu.core.jobs.Timing;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FactSource;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.rule.QualityRights;
import org.chengshu.data.rule.QualityRules;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What quality declares to the house: its jobs, its right, its facts. */
@Configuration(proxyBeanMethods = false)
class QualityWork {
    private static final LocalTime DAILY = LocalTime.of(3, 30);

    /** The rules of one dataset, or with none named of all. */
    record Input(Optional<String> dataset, Cause cause, Optional<Long> load) {}

    @Bean
    JobKind<Input> qualityJob(QualityRunner runner, QualityRules rules, FactRegistry registry, JsonMapper json) {
        return JobKind.of(
                "data.quality",
                Text.of("质量检查", "Check data quality"),
                Input.class,
                (input, run) -> work(input, run, runner, rules, registry, json));
    }

    @Bean
    ScheduledJob<Input> dailyQuality(JobKind<Input> qualityJob) {
        return new ScheduledJob<>(
                "data.quality-daily",
                Timing.daily(DAILY),
                qualityJob,
                () -> new Input(Optional.empty(), Cause.SCHEDULE, Optional.empty()));
    }

    private static JsonNode work(
            Input input, JobRun run, QualityRunner runner, QualityRules rules, FactRegistry registry, JsonMapper json) {
        List<String> datasets = input.dataset().map(List::of).orElseGet(rules::datasets);
        ObjectNode result = json.createObjectNode();
        ObjectNode scores = result.putObject("scores");
        for (int i = 0; i < datasets.size() && !run.cancelled(); i++) {
            String dataset = datasets.get(i);
            run.at(i, datasets.size(), Text.of("检查 " + dataset, "Checking " + dataset));
            if (registry.find(dataset).isPresent()) {
                QualityRun done = look(runner, dataset, input);
                done.score().ifPresent(score -> scores.put(dataset, score));
                result.put("run", done.id().toString());
            }
        }
        run.at(datasets.size(), datasets.size(), Text.of("已检查", "Checked"));
        return result;
    }

    private static QualityRun look(QualityRunner runner, String dataset, Input input) {
        return input.cause() == Cause.REFRESH && input.load().isPresent()
                ? runner.refreshed(dataset, input.load().get())
                : runner.run(dataset, input.cause(), input.load());
    }

    @Bean
    PermissionSource qualityPermissions() {
        return () -> List.of(Permission.ofCity(QualityRights.MANAGE, "管理数据质量规则", "Manage data quality"));
    }

    @Bean
    FactSource qualityFacts() {
        return () -> List.of(
                new Fact(
                        "data.quality-scores",
                        Text.of("数据质量得分", "Data quality scores"),
                        "facts.data_quality_score",
                        "data",
                        "day",
                        Optional.empty(),
                        List.of(
                                FactField.of("day", Text.of("日期", "Day"), FieldType.DATE),
                                FactField.of("dataset", Text.of("数据资源", "Dataset"), FieldType.TEXT),
                                FactField.of("department", Text.of("责任部门", "Department"), FieldType.TEXT),
                                FactField.of("score", Text.of("得分", "Score"), FieldType.NUMBER),
                                FactField.of("rows", Text.of("行数", "Rows"), FieldType.INTEGER),
                                FactField.of("failing_rules", Text.of("不合格规则数", "Failing rules"), FieldType.INTEGER))),
                new Fact(
                        "data.findings",
                        Text.of("数据质量问题", "Data quality findings"),
                        "facts.data_finding",
                        "data",
                        "raised_at",
                        Optional.empty(),
                        List.of(
                                FactField.of("id", Text.of("编号", "Id"), FieldType.TEXT),
                                FactField.of("dataset", Text.of("数据资源", "Dataset"), FieldType.TEXT),
                                FactField.of("rule", Text.of("规则", "Rule"), FieldType.TEXT),
                                FactField.of("kind", Text.of("类别", "Kind"), FieldType.TEXT),
                                FactField.of("severity", Text.of("级别", "Severity"), FieldType.INTEGER),
                                FactField.of("department", Text.of("责任部门", "Department"), FieldType.TEXT),
                                FactField.of("state", Text.of("状态", "State"), FieldType.TEXT),
                                FactField.of("raised", Text.of("报出次数", "Times raised"), FieldType.INTEGER),
                                FactField.of("first_seen", Text.of("首次发现", "First seen"), FieldType.INSTANT),
                                FactField.of("raised_at", Text.of("报出时间", "Raised at"), FieldType.INSTANT),
                                FactField.of("last_seen", Text.of("最近发现", "Last seen"), FieldType.INSTANT),
                                FactField.of("settled_at", Text.of("解决时间", "Settled at"), FieldType.INSTANT),
                                FactField.of("failing", Text.of("不合格数", "Failing"), FieldType.INTEGER),
                                FactField.of("checked", Text.of("检查数", "Checked"), FieldType.INTEGER))));
    }
}
