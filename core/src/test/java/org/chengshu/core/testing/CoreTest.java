package org.chengshu.core.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the ground floor on its real server and database, shared by all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {CoreTestApp.class, TestCityConfiguration.class, TestRoutes.class, TestSealedColumns.class},
        properties = "chengshu.screens=classpath:/test-screens/",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface CoreTest {}
