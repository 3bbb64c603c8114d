package org.chengshu.place;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.chengshu.core.testing.TestCityConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** A test on a real server and database; all that carry this share one node. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {PlaceTestApp.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface PlaceTest {}
