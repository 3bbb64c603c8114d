package org.chengshu.cases.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.settings.Settings;
import org.springframework.stereotype.Component;

/** The service discovery that GeoReport v2 asks for. Its changeset changes whenever a service or a definition does. */
@Component
final class GeoDiscovery {
    private static final int CHANGESET = 16;

    private final GeoServices services;
    private final Settings settings;

    GeoDiscovery(GeoServices services, Settings settings) {
        this.services = services;
        this.settings = settings;
    }

    Map<String, Object> document(String url) {
        String changeset = services.fingerprint();
        String contact = settings.get(Open311Settings.CONTACT).orElse("");
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", "http://wiki.open311.org/GeoReport_v2");
        endpoint.put("url", url);
        endpoint.put("changeset", changeset);
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("text/xml", "application/json"));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("changeset", changeset);
        document.put("contact", contact);
        document.put("key_service", contact);
        document.put("endpoints", List.of(endpoint));
        return document;
    }

    static String shortened(String text) {
        return Sha256.hex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, CHANGESET);
    }
}
