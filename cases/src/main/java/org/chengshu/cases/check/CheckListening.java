package org.chengshu.cases.check;

import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.cases.CaseClosed;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.CaseStageChanged;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventListener;
import org.chengshu.flow.CityCase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CheckListening {
    private static final String VERIFY = CityCase.VERIFY.name();
    private static final String CLOSE = CityCase.CLOSE.name();

    @Bean
    EventListener<CaseStageChanged> checksOfMovedCases(CheckStarter starter) {
        return on("cases.checks", CaseStageChanged.class, event -> {
            if (event.to().equals(VERIFY)
                    || event.from().equals(VERIFY)
                    || event.from().equals(CLOSE)) {
                starter.moved(new CaseId(event.caseId()), event.kind());
            }
        });
    }

    @Bean
    EventListener<CaseClosed> sampleOfClosedCases(CheckStarter starter) {
        return on(
                "cases.sample",
                CaseClosed.class,
                event -> starter.closed(new CaseId(event.caseId()), event.kind(), event.closureId()));
    }

    private static <E extends Event> EventListener<E> on(String name, Class<E> type, Consumer<E> work) {
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
