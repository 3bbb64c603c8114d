package org.chengshu.sense.derived;

import java.time.Duration;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.chengshu.sense.SenseError;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class BackFillJob {
    private static final Duration LONGEST = Duration.ofHours(24);

    @Bean
    JobKind<BackFill.Input> backFillKind(
            ObjectProvider<BackFill> work, DerivedStore store, Products products, JsonMapper json) {
        return JobKind.of(
                        "sense.back-fill",
                        Text.of("回填派生序列", "Back-fill a derived series"),
                        BackFill.Input.class,
                        (input, run) -> {
                            int version = store.version(input.derived());
                            JsonNode derived = store.find(input.derived())
                                    .orElseThrow(() -> new Fault(
                                            SenseError.DERIVED_NOT_FOUND,
                                            "there is no derived series " + input.derived()));
                            Product product =
                                    products.get(derived.get("product").stringValue());
                            try {
                                return json.valueToTree(
                                        work.getObject().run(DerivedPlans.compile(derived, product), version, run));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new IllegalStateException("the node stops; the job comes again", e);
                            }
                        })
                .within(LONGEST)
                .atOnce(1);
    }
}
