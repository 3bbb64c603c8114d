package org.chengshu.cases.findings;

import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.CaseStageChanged;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventListener;
import org.chengshu.data.FindingRaised;
import org.chengshu.data.FindingSettled;
import org.chengshu.flow.CityCase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hangs the intake on the findings of data quality. */
@Configuration(proxyBeanMethods = false)
class FindingListening {
    @Bean
    EventListener<FindingRaised> casesOfRaisedFindings(FindingIntake intake) {
        return listener("cases.finding-raised", FindingRaised.class, intake::raised);
    }

    @Bean
    EventListener<FindingSettled> casesOfSettledFindings(FindingIntake intake) {
        return listener("cases.finding-settled", FindingSettled.class, intake::settled);
    }

    @Bean
    EventListener<CaseStageChanged> findingsOfHandledCases(FindingIntake intake) {
        return listener("cases.finding-handled", CaseStageChanged.class, event -> {
            if (event.to().equals(CityCase.VERIFY.name())) {
                intake.handled(new CaseId(event.caseId()));
            }
        });
    }

    private static <E extends Event> EventListener<E> listener(String name, Class<E> type, Consumer<E> work) {
        return new EventListener<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Class<E> type() {
                return type;
            }

            @Override
            public void on(E event, UUID eventId) {
                work.accept(event);
            }
        };
    }
}
