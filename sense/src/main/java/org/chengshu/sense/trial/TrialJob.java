package org.chengshu.sense.trial;

import java.time.Duration;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.Retry;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TrialJob {
    private static final Duration LONGEST = Duration.ofHours(2);

    @Bean
    JobKind<TrialInput> ruleTrialKind(Trial trial, TrialDevices devices, Products products, JsonMapper json) {
        return JobKind.of(
                        "sense.rule-trial",
                        Text.of("用历史试算规则", "Try a rule on history"),
                        TrialInput.class,
                        (input, run) -> {
                            Product product =
                                    products.get(input.rule().path("product").asString());
                            return json.valueToTree(trial.run(input, product, devices.of(input.devices()), run));
                        })
                .with(Retry.never())
                .within(LONGEST);
    }
}
