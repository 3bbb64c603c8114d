package org.chengshu.cases.conformance.georeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Speaks with the door as clients of GeoReport v2 do, without anything of the platform's own. */
record GeoReportDoor(CasesWorld world) {
    static final String BASE = "/open311/v2";

    PeopleClient client() {
        return world.client().with("Accept-Language", "en");
    }

    Answer get(String path) {
        return client().get(BASE + path);
    }

    Answer post(String path, Map<String, String> form) {
        return postRaw(path, encoded(form));
    }

    Answer postRaw(String path, String body) {
        return client().with("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .postBytes(BASE + path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A form that is complete for the service without attributes. */
    Map<String, String> dirt() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("api_key", world.key("cases:report"));
        form.put("service_code", "street-dirt");
        form.put("lat", "31.5");
        form.put("long", "121.5");
        form.put("description", "A puddle & <litter>, call 13812341234");
        return form;
    }

    String take(Map<String, String> form) {
        Answer answer = post("/requests.json", form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/0/service_request_id").asString();
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Element xml(Answer answer) {
        assertThat(answer.header("Content-Type").replace(" ", "").toLowerCase(java.util.Locale.ROOT))
                .isEqualTo("text/xml;charset=utf-8");
        assertThat(answer.body()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
            return document.getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static String text(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name))
                .getTextContent();
    }
}
