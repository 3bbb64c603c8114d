package org.chengshu.place.address;

import java.util.List;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.place.PlaceTest;

@PlaceTest
class PlaceRoutesTest extends RouteAccessContract {
    @Override
    protected List<String> modulePaths() {
        return List.of("/api/place/");
    }
}
