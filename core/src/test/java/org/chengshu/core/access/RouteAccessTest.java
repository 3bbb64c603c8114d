package org.chengshu.core.access;

import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.RouteAccessContract;

@CoreTest
class RouteAccessTest extends RouteAccessContract {}
