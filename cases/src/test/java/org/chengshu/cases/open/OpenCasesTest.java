package org.chengshu.cases.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.PeopleClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

@CasesTest
class OpenCasesTest {
    private static final String OPEN = "/api/cases/v1/open";

    @Autowired
    CasesWorld world;

    private PeopleClient officer;
    private PeopleClient anybody;

    @BeforeEach
    void signIn() {
        officer = world.officer();
        anybody = world.client();
    }

    @Test
    void everybodySeesTheCasesOfPublicKindsWithoutWhoeverIsInThem() {
        String number = report("street-dirt", "积水，请联系 13800138000", 121.40, 31.40);
        CaseOnHand litter = new CaseOnHand(
                world,
                officer.post(CasesWorld.CASES, Map.of("kind", "litter", "title", "垃圾", "area", "west"))
                        .json()
                        .path("id")
                        .asString());

        JsonNode shown = find(number, "");

        assertThat(shown.path("description").asString()).contains("积水").doesNotContain("13800138000");
        assertThat(shown.path("areaName").path("zh").asString()).isEqualTo("西区");
        assertThat(shown.path("status").asString()).isEqualTo("open");
        assertThat(shown.path("reports").asInt()).isEqualTo(1);
        assertThat(shown.path("position").valueStream().map(JsonNode::asDouble)).containsExactly(121.40, 31.40);
        assertThat(anybody.get(OPEN + "/cases?limit=500").body())
                .doesNotContain(litter.now().path("number").asString(), "handler", "reporter");
    }

    @Test
    void aSensitivePlaceIsOnlyShownAsACellOfTheGridAndWithoutWords() {
        String number = report("rough-sleeper", "桥洞下，靠左侧", 121.4312, 31.4388);

        JsonNode shown = find(number, "");

        assertThat(shown.path("position").valueStream().map(JsonNode::asDouble)).containsExactly(121.4325, 31.4375);
        assertThat(shown.path("place").asString()).isEqualTo("near");
        assertThat(shown.path("description").isNull()).isTrue();
        assertThat(find(number, "&bbox=121.43,31.435,121.435,31.44")
                        .path("number")
                        .asString())
                .isEqualTo(number);
        assertThat(find(number, "&bbox=121.4311,31.4387,121.4313,31.4389").isMissingNode())
                .as("a small box around the true place")
                .isTrue();
        JsonNode request = anybody.get("/open311/v2/requests.json?service_code=rough-sleeper")
                .json()
                .get(0);
        assertThat(request.path("lat").asDouble()).isEqualTo(31.4375);
        assertThat(request.path("description").isNull()).isTrue();
    }

    @Test
    void aMergedCaseIsNotShownAndItsReportCountsWithTheOther() {
        JsonNode first = taken("street-dirt", "树叶堆积", 121.41, 31.41);
        JsonNode second = taken("street-dirt", "树叶很多", 121.41, 31.41);
        officer.post(
                CasesWorld.CASES + "/" + second.path("caseId").asString() + "/merge",
                Map.of("into", first.path("caseId").asString(), "reason", "重复"));

        assertThat(find(second.path("caseNumber").asString(), "").isMissingNode())
                .isTrue();
        assertThat(find(first.path("caseNumber").asString(), "").path("reports").asInt())
                .isEqualTo(2);
    }

    @Test
    void narrowsByKindAreaAndStatusAndSaysWhatIsWrong() {
        String number = report("street-dirt", "积水", 121.42, 31.42);

        assertThat(find(number, "&kind=street-dirt&area=west&status=open").isMissingNode())
                .isFalse();
        assertThat(find(number, "&kind=road-hole").isMissingNode()).isTrue();
        assertThat(find(number, "&area=east").isMissingNode()).isTrue();
        assertThat(find(number, "&status=closed").isMissingNode()).isTrue();
        assertThat(anybody.get(OPEN + "/cases?status=lost").code()).isEqualTo("CASE_FILTER_WRONG");
        assertThat(anybody.get(OPEN + "/cases?bbox=1,2,3").code()).isEqualTo("CASE_FILTER_WRONG");
        assertThat(anybody.get(OPEN + "/cases?area=moon").code()).isEqualTo("CASE_FILTER_WRONG");
    }

    @Test
    void theFeedIsAtomWithPlaces() throws Exception {
        String number = report("street-dirt", "积水 <深>", 121.43, 31.43);

        String feed = anybody.get(OPEN + "/feed.atom?kind=street-dirt&area=west&lang=en")
                .body();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(feed)));

        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed).contains("urn:chengshu:case:" + number, "<georss:point>31.43 121.43</georss:point>", "&lt;深>");
        for (String needed : List.of("id", "title", "updated", "author")) {
            assertThat(document.getElementsByTagNameNS("http://www.w3.org/2005/Atom", needed)
                            .getLength())
                    .as(needed)
                    .isPositive();
        }
    }

    @Test
    void tellsWhatThereIsToChooseFrom() {
        JsonNode about = anybody.get(OPEN + "/about").json();

        assertThat(about.path("kinds").valueStream().map(kind -> kind.path("id").asString()))
                .contains("street-dirt", "road-hole", "rough-sleeper")
                .doesNotContain("litter");
        assertThat(about.path("areas").valueStream().map(area -> area.path("code")
                        .asString()))
                .contains("west");
    }

    private JsonNode find(String number, String more) {
        return anybody.get(OPEN + "/cases?limit=500" + more)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("number").asString().equals(number))
                .findFirst()
                .orElseGet(() -> anybody.get(OPEN + "/about").json().path("nothing"));
    }

    private String report(String kind, String words, double longitude, double latitude) {
        return taken(kind, words, longitude, latitude).path("caseNumber").asString();
    }

    private JsonNode taken(String kind, String words, double longitude, double latitude) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("description", words);
        body.put("channel", "resident");
        body.put("position", List.of(longitude, latitude));
        PeopleClient.Answer answer = officer.post("/api/cases/v1/reports", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
