package org.chengshu.data.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CatalogueTermsProperties {
    @Test
    void chineseIsCutIntoPairsAndLettersIntoWords() {
        assertThat(CatalogueTerms.of("企业登记 Firm-2024")).containsExactly("企业", "业登", "登记", "firm", "2024");
        assertThat(CatalogueTerms.of("ＡＢ１２、路")).containsExactly("ab12", "路");
        assertThat(CatalogueTerms.withCharacters("路灯")).containsExactly("路灯", "路", "灯");
        assertThat(CatalogueTerms.words("注册资本 enterprise")).contains("注册", "资本", "enterprise");
        assertThat(CatalogueTerms.of("，。！ ")).isEmpty();
    }

    @Property(tries = 200)
    void whateverStandsInATextIsFoundInIt(
            @ForAll @StringLength(min = 2, max = 30) @CharRange(from = '一', to = '龟') String text,
            @ForAll int from,
            @ForAll int length) {
        int start = Math.floorMod(from, text.length() - 1);
        int end = Math.min(text.length(), start + 2 + Math.floorMod(length, 8));
        assertThat(CatalogueTerms.of(text)).containsAll(CatalogueTerms.of(text.substring(start, end)));
    }

    @Property(tries = 300)
    void anyTextIsCutWithoutHarm(@ForAll String text) {
        List<String> terms = CatalogueTerms.of(text);
        assertThat(terms).allSatisfy(term -> assertThat(term).isNotBlank());
        CatalogueQueries.words(text);
        Highlights.Marked marked = Highlights.of(text).whole(text);
        assertThat(marked.text()).isEqualTo(text);
        marked.marks().forEach(mark -> assertThat(mark.getFirst()).isLessThan(mark.getLast()));
    }

    @Test
    void marksWhatIsLookedForAndCutsAroundIt() {
        String text = "一".repeat(100) + "注册资本" + "二".repeat(200);
        Highlights.Marked part = Highlights.of("资本").part(text).orElseThrow();
        List<Integer> mark = part.marks().getFirst();
        assertThat(part.text().substring(mark.getFirst(), mark.getLast())).isEqualTo("资本");
        assertThat(part.text()).startsWith("…").endsWith("…").hasSizeLessThan(130);
        assertThat(Highlights.of("没有").part(text)).isEmpty();
    }
}
