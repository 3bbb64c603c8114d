package org.chengshu.sense.people;

import org.chengshu.core.testing.RouteAccessContract;

@SenseTest
class SenseRoutesTest extends RouteAccessContract {}
