package org.chengshu.data;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.chengshu.core.testing.TestCityConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** A test on a real server and database where a town publishes its lamps; all that carry this share one node. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {DataTestApp.class, TestCityConfiguration.class},
        properties = "chengshu.setting.data.allowed-networks=127.0.0.0/8",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface DataTest {}
