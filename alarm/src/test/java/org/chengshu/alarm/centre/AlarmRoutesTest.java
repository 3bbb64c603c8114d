package org.chengshu.alarm.centre;

import org.chengshu.core.testing.RouteAccessContract;

@AlarmTest
class AlarmRoutesTest extends RouteAccessContract {}
