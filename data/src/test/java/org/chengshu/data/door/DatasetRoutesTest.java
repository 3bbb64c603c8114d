package org.chengshu.data.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker;
import org.chengshu.data.DataTest;
import org.chengshu.data.LampWorld;
import org.chengshu.data.catalogue.CatalogueSamples;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;

@DataTest
class DatasetRoutesTest extends RouteAccessContract {
    @Autowired
    DSLContext sql;

    @Override
    protected List<String> modulePaths() {
        return List.of("/api/data/");
    }

    @Override
    protected SampleMaker samples() {
        return (route, district) -> {
            if (route.path().startsWith("/api/data/v1/catalogue/")) {
                return new CatalogueSamples(sql).of(route.path(), district);
            }
            String lamp = "lamp-of-" + district.code();
            new LampWorld(sql).empty().lamp(lamp, district.path(), 3.5, "2027-01-01T00:00:00Z");
            return Optional.of(new Sample(Map.of("id", "town.lamps"), "", lamp, Map.of("fields", List.of("name"))));
        };
    }
}
