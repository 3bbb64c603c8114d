package org.chengshu.indicator.door;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.indicator.IndicatorError;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Reads times in addresses and bodies: ISO-8601 with an offset, or a date, which starts at the city's midnight. */
@Component
class Times {
    private final CitySettings settings;

    Times(CitySettings settings) {
        this.settings = settings;
    }

    Instant read(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(settings.zone()).toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new Fault(IndicatorError.PERIOD_FAULTY, "neither a time nor a date: " + text, e);
        }
    }
}
