package org.chengshu.core.tracing.internal;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.chengshu.core.settings.CitySettings;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes the log of the node into files of its data folder as well: {@code logs/chengshu.log}, and packed older ones beside
 * it by day and number.
 */
@Component
final class LogFiles implements DisposableBean {
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{0} %X{traceId}: %msg%n";
    private static final int MOST_DAYS = 90;

    private final LoggerContext context;
    private final RollingFileAppender<ILoggingEvent> file;

    LogFiles(CitySettings city, LogTerms terms) {
        context = (LoggerContext) LoggerFactory.getILoggerFactory();
        file = appender(city.dataFolder().resolve("logs"), terms);
        root().addAppender(file);
        if (terms.json()) {
            root().iteratorForAppenders().forEachRemaining(appender -> {
                if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
                    console.setEncoder(encoder(true));
                }
            });
        }
    }

    private RollingFileAppender<ILoggingEvent> appender(Path folder, LogTerms terms) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("data-folder");
        appender.setFile(folder.resolve("chengshu.log").toString());
        appender.setEncoder(encoder(terms.json()));
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(
                folder.resolve("chengshu.%d{yyyy-MM-dd}.%i.log.gz").toString());
        policy.setMaxFileSize(new FileSize(terms.fileBytes()));
        policy.setTotalSizeCap(new FileSize(terms.keepBytes()));
        policy.setMaxHistory(MOST_DAYS);
        policy.start();
        appender.setRollingPolicy(policy);
        appender.start();
        return appender;
    }

    private Encoder<ILoggingEvent> encoder(boolean json) {
        if (json) {
            JsonLines lines = new JsonLines();
            lines.setContext(context);
            lines.start();
            return lines;
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(PATTERN);
        text.start();
        return text;
    }

    private Logger root() {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void destroy() {
        root().detachAppender(file);
        file.stop();
    }
}
