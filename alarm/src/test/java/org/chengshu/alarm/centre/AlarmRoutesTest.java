package org.chengshu.alarm.centre;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker;
import org.springframework.beans.factory.annotation.Autowired;

@AlarmTest
class AlarmRoutesTest extends RouteAccessContract {
    @Autowired
    AlarmWorld world;

    @Override
    protected List<String> modulePaths() {
        return List.of("/api/alarm/", "/api/core/v1/trace/");
    }

    @Override
    protected SampleMaker samples() {
        return (route, district) -> {
            String id = world.raise(AlarmWorld.station().in(district.path())).toString();
            return Optional.of(new Sample(Map.of("kind", "alarm", "id", id), "", id, Map.of("reason", "已修复")));
        };
    }
}
