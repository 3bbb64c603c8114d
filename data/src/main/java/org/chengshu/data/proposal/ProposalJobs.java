package org.chengshu.data.proposal;

import java.util.Optional;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.core.jobs.Retry;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ProposalJobs {
    /** @param load the revision that is current */
    record Input(String dataset, Optional<Long> load) {}

    @Bean
    JobKind<Input> profileJob(ProposalDesk desk, FactRegistry registry, JsonMapper json) {
        return JobKind.of(
                        "data.profile",
                        Text.of("数据画像", "Profile a dataset"),
                        Input.class,
                        (input, run) -> work(input, run, desk, registry, json))
                .with(Retry.never())
                .atOnce(1);
    }

    private static JsonNode work(Input input, JobRun run, ProposalDesk desk, FactRegistry registry, JsonMapper json) {
        run.at(0, 1, Text.of("画像并建议规则", "Measuring it and proposing rules"));
        int proposed = registry.find(input.dataset()).isPresent() ? desk.propose(input.dataset(), input.load()) : 0;
        run.at(1, 1, Text.of("建议了 " + proposed + " 条规则", proposed + " rules proposed"));
        return json.createObjectNode().put("dataset", input.dataset()).put("proposed", proposed);
    }
}
