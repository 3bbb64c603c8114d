package org.chengshu.data.catalogue.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.Datasets;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over the catalogue: facets are parameters of their names, repeated for alternatives. */
@RestController
@RequestMapping("/api/data/v1/catalogue")
class CatalogueSearchController implements SheetSource {
    private static final String LIST = "/api/data/v1/catalogue/found";
    private static final String WHY = "what is published is for all; drafts are limited inside by organisation";

    private final CatalogueSearches searches;
    private final CatalogueFinder finder;
    private final FacetTitles titles;

    CatalogueSearchController(CatalogueSearches searches, CatalogueFinder finder, FacetTitles titles) {
        this.searches = searches;
        this.finder = finder;
        this.titles = titles;
    }

    @GetMapping("/search")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    SearchAnswer search(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> sort,
            @RequestParam MultiValueMap<String, String> given,
            Cursor cursor,
            Viewer viewer) {
        return searches.search(CatalogueQuestion.of(q, Map.copyOf(given), sort, viewer), cursor, viewer);
    }

    /** The same without what is counted; as a file too. */
    @GetMapping("/found")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    CursorPage<SearchAnswer.Hit> found(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> sort,
            @RequestParam MultiValueMap<String, String> given,
            Cursor cursor,
            Viewer viewer) {
        SearchAnswer answer = searches.search(CatalogueQuestion.of(q, Map.copyOf(given), sort, viewer), cursor, viewer);
        return new CursorPage<>(answer.items(), answer.next());
    }

    @GetMapping("/suggestions")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    List<String> suggestions(@RequestParam String q, Viewer viewer) {
        CatalogueQuestion question = CatalogueQuestion.of(Optional.of(q), Map.of(), Optional.empty(), viewer);
        return question.words().isEmpty() ? List.of() : searches.suggest(question, viewer);
    }

    /** Counts by several facets, one inside the other. */
    @GetMapping("/map")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    AssetMap map(
            @RequestParam(defaultValue = "organisation,class,layer,sharing") List<String> by,
            @RequestParam Optional<String> q,
            @RequestParam MultiValueMap<String, String> given,
            Viewer viewer) {
        List<Facet> facets = AssetMap.facets(by);
        CatalogueQuestion question = CatalogueQuestion.of(q, Map.copyOf(given), Optional.empty(), viewer);
        return AssetMap.of(facets, finder.count(question, facets), titles);
    }

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(SearchAnswer.Hit.class, LIST, "资源目录", "Catalogue")
                .with("信息资源代码", "Code", SearchAnswer.Hit::code)
                .with("信息资源名称", "Title", SearchAnswer.Hit::title)
                .with("提供方", "Provider", SearchAnswer.Hit::organisationName)
                .with("提供方代码", "Provider's code", SearchAnswer.Hit::organisation)
                .with("分类", "Class", SearchAnswer.Hit::classCode)
                .with("层", "Layer", SearchAnswer.Hit::layer)
                .with("格式", "Format", SearchAnswer.Hit::format)
                .with("信息项数", "Fields", SearchAnswer.Hit::fields)
                .with("共享类型", "Sharing", SearchAnswer.Hit::sharing)
                .with("开放属性", "Openness", SearchAnswer.Hit::openness)
                .with("更新周期", "Update cycle", SearchAnswer.Hit::cycle)
                .with("分级", "Sensitivity", SearchAnswer.Hit::sensitivity)
                .with("状态", "State", hit -> hit.state().title())
                .with("版本", "Version", SearchAnswer.Hit::version)
                .with("发布时间", "Published", SearchAnswer.Hit::publishedAt)
                .with("数据时间", "Newest data", SearchAnswer.Hit::newest)
                .with("超期", "Late", SearchAnswer.Hit::late)
                .with("30 天读取次数", "Reads in 30 days", SearchAnswer.Hit::reads)
                .with("编号", "Id", SearchAnswer.Hit::id));
    }
}
