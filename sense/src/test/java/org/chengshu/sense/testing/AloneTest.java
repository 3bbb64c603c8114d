package org.chengshu.sense.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.chengshu.core.testing.TestCityConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the sensing floor alone, on a database shared by all tests that carry this. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {SenseAlone.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
public @interface AloneTest {}
