package org.chengshu.core.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chengshu.core.access.Scope;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
    private static final int MANY = Integer.getInteger("search.things", 10_000);

    @TempDir
    Path folder;

    private final Questions questions = new Questions();

    @Test
    void findsByWordsCharactersBeginningsAndInitials() throws IOException {
        try (SearchIndex index = new SearchIndex(folder, questions)) {
            index.put("area", entry("440309", "龙华区", "Longhua", "/c/a/"));
            index.put("case", entry("AJ-20261126-0001", "龙华路面积水", "Flooded road", "/c/b/"));
            index.put("device", entry("prsa-Aotizhongxin", "奥体中心 PM2.5 站", "Olympic centre", "/c/b/"));
            index.refresh();

            assertThat(found(index, "龙华")).contains("440309", "AJ-20261126-0001");
            assertThat(found(index, "积水龙华")).contains("AJ-20261126-0001");
            assertThat(found(index, "华")).contains("440309");
            assertThat(found(index, "4403")).containsExactly("440309");
            assertThat(found(index, "aj-2026")).containsExactly("AJ-20261126-0001");
            assertThat(found(index, "PRSA-aoti")).containsExactly("prsa-Aotizhongxin");
            assertThat(found(index, "lhq")).containsExactly("440309");
            assertThat(found(index, "olymp")).containsExactly("prsa-Aotizhongxin");
            assertThat(found(index, "pm2.5 奥体")).containsExactly("prsa-Aotizhongxin");
            assertThat(found(index, "龙华 PM2.5")).isEmpty();
            assertThat(questions.read(" ！，* ")).isEmpty();
        }
    }

    @Test
    void keepsToTheScopeAndReplacesWhatChanged() throws IOException {
        try (SearchIndex index = new SearchIndex(folder, questions)) {
            index.put("case", entry("1", "积水", "Water", "/c/a/"));
            index.put("case", entry("2", "积水", "Water", "/c/b/"));
            index.put("case", entry("1", "井盖", "Manhole", "/c/a/"));
            index.refresh();

            assertThat(found(index, "积水")).containsExactly("2");
            assertThat(index.count(Questions.within("case", Scope.ofArea("/c/a/"))))
                    .isEqualTo(1);
            assertThat(index.count(Questions.within("case", Scope.everywhere())))
                    .isEqualTo(2);
        }
    }

    @Test
    void goesOnWhereItStoodAfterARestart() throws IOException {
        try (SearchIndex index = new SearchIndex(folder, questions)) {
            index.put("area", entry("1", "福田", "Futian", "/1/"));
            index.commit(Map.of("area", "2026-01-01T00:00:00Z"));
        }
        try (SearchIndex index = new SearchIndex(folder, questions)) {
            assertThat(index.marks()).containsEntry("area", "2026-01-01T00:00:00Z");
            assertThat(found(index, "福田")).containsExactly("1");
        }
    }

    @Test
    void answersAmongManyThingsWithoutMakingAnybodyWait() throws IOException {
        String[] names = {"龙华", "福田", "南山", "罗湖", "盐田", "宝安", "龙岗", "坪山", "光明", "大鹏"};
        String[] things = {"路面积水", "井盖缺失", "工地扬尘", "重污染应对", "站点故障", "路灯不亮", "露天焚烧"};
        Random random = new Random(7);
        try (SearchIndex index = new SearchIndex(folder, questions)) {
            long begun = System.nanoTime();
            for (int i = 0; i < MANY; i++) {
                String title = names[random.nextInt(names.length)] + things[random.nextInt(things.length)];
                index.put("case", entry("AJ-" + i, title, "Case " + i, "/c/" + i % 10 + "/"));
            }
            index.refresh();
            double seconds = (System.nanoTime() - begun) / 1e9;
            long[] nanos = new long[100];
            for (int i = 0; i < nanos.length; i++) {
                String asked = i % 2 == 0 ? names[i % 10] + " " + things[i % 7] : "aj-" + random.nextInt(MANY / 100);
                long start = System.nanoTime();
                index.find(
                        Questions.both(
                                questions.read(asked).orElseThrow(), Questions.within("case", Scope.ofArea("/c/3/"))),
                        35);
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            double p95 = nanos[(int) (nanos.length * 0.95)] / 1e6;
            System.out.printf("search: %d things put in %.1f s, p95 of a question %.1f ms%n", MANY, seconds, p95);
            assertThat(p95).isLessThan(1_000);
        }
    }

    private List<String> found(SearchIndex index, String asked) {
        return index.find(questions.read(asked).orElseThrow(), 10).ids();
    }

    private static SearchEntry entry(String id, String zh, String en, String areaPath) {
        return new SearchEntry(id, Text.of(zh, en), List.of(), "", Optional.of(areaPath));
    }
}
