package org.chengshu.cases.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CasesTest
class CategoryStoryTest {
    private static final String REPORTS = "/api/cases/v1/reports";

    @Autowired
    CasesWorld world;

    @Autowired
    DSLContext db;

    private PeopleClient officer;

    @BeforeEach
    void signIn() {
        officer = world.officer();
    }

    @Test
    void aReportByItsCategoryAloneGetsItsKindAndIsFoundByWhatIsAboveIt() {
        JsonNode taken = report("P0101");
        String id = taken.path("caseId").asString();

        assertThat(officer.get(CASES + "/" + id).json().path("kind").asString()).isEqualTo("lamp-fault");
        assertThat(officer.get(CASES + "/" + id).json().path("department").asString())
                .isEqualTo("housing");
        assertThat(listed("P01")).contains(id);
        assertThat(listed("P0101")).contains(id);
        assertThat(listed("P0102")).doesNotContain(id);
        assertThat(db.fetch("select category from facts.cases_case where id = ?", id)
                        .getFirst()
                        .get(0))
                .isEqualTo("P0101");
    }

    @Test
    void whereThePlatformDispatchesItSendsTheCaseToTheDepartmentOfItsCategory() {
        String id = report("P02").path("caseId").asString();

        assertThat(officer.get(CASES + "/" + id).json().path("department").asString())
                .isEqualTo("port");
    }

    @Test
    void aTableBecomesATreeAndIsCountedWithWhatIsBelow() {
        long before = count("城乡建设");
        report("城乡建设/园林绿化");
        report("城乡建设/违法建设");

        assertThat(count("城乡建设")).isEqualTo(before + 2);
        JsonNode items =
                officer.get("/api/cases/v1/categories?tree=hotline").json().path("items");
        assertThat(items.valueStream().map(item -> item.path("level").asInt())).containsExactly(1, 2, 2, 1, 2);
        assertThat(items.at("/1/parent").asString()).isEqualTo("城乡建设");
        assertThat(listed("城乡建设")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aCategoryThatIsInNoTreeIsRefusedAtItsField() {
        Answer refused =
                officer.post(REPORTS, Map.of("category", "P99", "kind", "litter", "description", "x", "area", "east"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/place").asString()).isEqualTo("/category");
    }

    @Test
    void allFaultsOfATreeAreToldWithTheirPlace() {
        List<String> places = new ArrayList<>();
        CategoryReading.of("t", JsonMapper.shared().readTree("""
                            {"categories": [{"code": "a", "name": {"zh": "甲", "en": "A"}}, {"code": "a"},
                                {"code": "b", "parent": "c"}]}"""), (pointer, words) -> places.add(pointer));
        CategoryReading.of(
                "t",
                JsonMapper.shared()
                        .readTree("{\"table\": {\"columns\": [\"x\", \"y\"], \"text\": \"x,y\\n,b\\na,b,c\"}}"),
                (pointer, words) -> places.add(words.en().substring(0, 6)));

        assertThat(places).containsExactly("/categories/1/code", "/categories/2/parent", "line 2", "line 3");
    }

    private JsonNode report(String category) {
        Answer taken = officer.post(REPORTS, Map.of("category", category, "description", "路口损坏", "area", "east"));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return taken.json();
    }

    private List<String> listed(String category) {
        return officer.get(CASES + "?limit=200&category=" + URLEncoder.encode(category, StandardCharsets.UTF_8))
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private long count(String category) {
        return officer.get("/api/cases/v1/categories/counts?tree=hotline")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("category").asString().equals(category))
                .mapToLong(item -> item.path("cases").asLong())
                .sum();
    }
}
