package org.chengshu.app.node;

import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.TestCityConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** Every route of the whole program refuses nobody, and whoever lacks the right, before it reads a body. */
@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RouteAccessTest extends RouteAccessContract {}
