package org.chengshu.cases.verify;

import java.time.Duration;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.CaseStageChanged;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When verification looks: every two seconds, and at once when a case comes to be verified. */
@Configuration(proxyBeanMethods = false)
class VerificationWork {
    private static final Duration EVERY = Duration.ofSeconds(2);

    @Bean
    RecurringJob verificationOfCases(CaseVerifier verifier) {
        return new RecurringJob(
                "cases.verification", Text.of("核查处置结果", "Verify handled cases"), EVERY, verifier::checkAll);
    }

    @Bean
    EventListener<CaseStageChanged> verificationOfHandledCases(CaseVerifier verifier) {
        return new EventListener<>() {
            @Override
            public String name() {
                return "cases.verification";
            }

            @Override
            public Class<CaseStageChanged> type() {
                return CaseStageChanged.class;
            }

            @Override
            public void on(CaseStageChanged event, UUID eventId) {
                if (event.to().equals(CityCase.VERIFY.name())) {
                    verifier.check(new CaseId(event.caseId()));
                }
            }
        };
    }
}
