package org.chengshu.core.http.internal;

import org.chengshu.kernel.Severity;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The platform's JSON: times and durations in ISO 8601, severities as levels, our enums in kebab case. */
@Configuration(proxyBeanMethods = false)
class JsonConventions {
    @Bean
    JsonMapperBuilderCustomizer platformJson() {
        return builder -> builder.annotationIntrospector(new KebabEnums())
                .addModule(new SimpleModule("chengshu")
                        .addSerializer(Severity.class, new SeverityWriter())
                        .addDeserializer(Severity.class, new SeverityReader()))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static final class SeverityWriter extends StdSerializer<Severity> {
        SeverityWriter() {
            super(Severity.class);
        }

        @Override
        public void serialize(Severity severity, JsonGenerator out, SerializationContext context) {
            out.writeNumber(severity.level());
        }
    }

    private static final class SeverityReader extends StdDeserializer<Severity> {
        SeverityReader() {
            super(Severity.class);
        }

        @Override
        public Severity deserialize(JsonParser in, DeserializationContext context) {
            return Severity.ofLevel(in.getIntValue());
        }
    }
}
