package org.chengshu.indicator.door;

import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.indicator.IndicatorTest;

@IndicatorTest
class IndicatorRoutesTest extends RouteAccessContract {}
