package org.chengshu.core.tracing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import org.chengshu.core.tracing.Tracing;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
    @Test
    void writesOneLineWhateverTheMessageHolds() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        String[] line = new String[1];
        Tracing.under("4bf92f3577b34da6a3ce929d0e0e4736", () -> {
            LoggingEvent event = new LoggingEvent(
                    "fqcn",
                    context.getLogger("org.chengshu.Test"),
                    Level.WARN,
                    "two\nlines and \"quotes\" 城",
                    new IllegalStateException("why"),
                    null);
            line[0] = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
        });

        assertThat(line[0]).endsWith("\n").satisfies(text -> assertThat(text.strip())
                .doesNotContain("\n"));
        JsonNode json = JsonMapper.shared().readTree(line[0]);
        assertThat(json.path("message").asString()).isEqualTo("two\nlines and \"quotes\" 城");
        assertThat(json.path("level").asString()).isEqualTo("WARN");
        assertThat(json.path("error").asString()).contains("IllegalStateException: why");
    }
}
