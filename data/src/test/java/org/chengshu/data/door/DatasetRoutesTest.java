package org.chengshu.data.door;

import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.data.DataTest;

@DataTest
class DatasetRoutesTest extends RouteAccessContract {}
