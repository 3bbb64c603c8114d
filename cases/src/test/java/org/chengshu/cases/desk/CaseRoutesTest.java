package org.chengshu.cases.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker;
import org.springframework.beans.factory.annotation.Autowired;

@CasesTest
class CaseRoutesTest extends RouteAccessContract {
    @Autowired
    CasesWorld world;

    @Override
    protected List<String> modulePaths() {
        return List.of("/api/cases/", "/api/core/v1/tasks");
    }

    @Override
    protected SampleMaker samples() {
        return (route, district) -> {
            String id = world.with("cases:*")
                    .post(CasesWorld.CASES, Map.of("kind", "litter", "title", "巷口垃圾", "area", district.code()))
                    .json()
                    .path("id")
                    .asString();
            return Optional.of(Sample.of("id", id).with(Map.of("action", "note", "note", "看过了")));
        };
    }
}
