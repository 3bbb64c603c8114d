package org.chengshu.alarm.centre;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.chengshu.core.testing.CoreTestApp;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test of the alarm centre on a real server and database, shared by all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CoreTestApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "chengshu.setting.alarm.storm-of-rule=30",
            "chengshu.setting.alarm.storm-within=3s",
            "chengshu.setting.alarm.storm-quiet=2s",
            "chengshu.setting.alarm.parent-grace=1s"
        })
@Import({HeardEvents.class, AlarmWorld.class})
public @interface AlarmTest {}
