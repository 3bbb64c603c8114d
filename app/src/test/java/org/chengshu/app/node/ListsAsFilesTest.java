package org.chengshu.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.core.testing.TestCityConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every list comes as a file, or says here why not. */
@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ListsAsFilesTest {
    private static final Map<String, String> EXCUSED = Map.of(
            "/api/sense/v1/mappings",
                    "a mapping is a nested description, no row; it is exported as the pack it came in",
            "/api/data/v1/stored/{id}/versions", "whole definitions, no rows; as many as somebody changed it",
            "/api/cases/v1/work-calendars",
                    "a handful of nested descriptions; they are exported as the packs they came in",
            "/api/cases/v1/cases/pressing", "the viewer's part of /api/cases/v1/cases, which comes as a file",
            "/api/cases/v1/cases/{id}/photos", "pictures of one case, a dozen of each moment",
            "/api/core/v1/crypto/keys", "a handful of keys, of which only times are told",
            "/api/core/v1/webhooks", "a handful of addresses of other systems",
            "/api/core/v1/packs/{id}/items", "descriptions of every shape; a pack is exported as its files",
            "/api/core/v1/search/kinds", "counts of the search box, a dozen of them");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    List<SheetSource> sources;

    @Test
    void everyListIsOfferedAsAFileOrExcused() {
        Set<String> offered = sources.stream()
                .flatMap(source -> source.sheets().stream())
                .map(ListSheet::path)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> lists = lists();
        Set<String> missing = new TreeSet<>(lists);
        missing.removeAll(offered);
        missing.removeAll(EXCUSED.keySet());

        assertThat(missing).isEmpty();
        assertThat(lists).containsAll(offered);
        assertThat(offered).hasSizeGreaterThan(20);
    }

    @Test
    void everySheetHasHeadsThatDiffer() {
        sources.stream().flatMap(source -> source.sheets().stream()).forEach(sheet -> assertThat(
                        sheet.columns().stream().map(column -> column.head().zh()))
                .as(sheet.path())
                .isNotEmpty()
                .doesNotHaveDuplicates());
    }

    private Set<String> lists() {
        Set<String> lists = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getReturnType().getParameterType() == CursorPage.class && isGet(mapping)) {
                lists.addAll(mapping.getPatternValues());
            }
        });
        return lists;
    }

    private static boolean isGet(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }
}
