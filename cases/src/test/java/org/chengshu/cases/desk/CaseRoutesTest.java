package org.chengshu.cases.desk;

import org.chengshu.cases.testing.CasesTest;
import org.chengshu.core.testing.RouteAccessContract;

@CasesTest
class CaseRoutesTest extends RouteAccessContract {}
