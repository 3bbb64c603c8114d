package org.chengshu.cases.open311;

import java.util.List;
import org.chengshu.core.spi.StandardSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

@Component
final class GeoStandard implements StandardSource {
    @Override
    public List<Standard> standards() {
        return List.of(new Standard(
                "Open311 GeoReport",
                "2",
                "http://wiki.open311.org/GeoReport_v2",
                "/open311/v2",
                List.of(
                        "Service Discovery",
                        "Format Support (XML, JSON)",
                        "GET Service List",
                        "GET Service Definition",
                        "POST Service Request",
                        "GET service_request_id from a token",
                        "GET Service Requests",
                        "GET Service Request",
                        "Errors"),
                Text.of(
                        "规范之外：429、page 和 page_size；zipcode、address_id 在回答中为空",
                        "Beyond the text: 429, page and page_size; zipcode and address_id are empty in answers")));
    }
}
