package org.chengshu.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.Applied;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.TestCityConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ShippedPacksTest {
    @Autowired
    Packs packs;

    @Test
    void everyShippedPackIsFaultlessAndAppliedTwiceChangesNothing() {
        List<Path> shipped = ShippedPacks.inOrder();
        assertThat(shipped).isNotEmpty();
        for (Path folder : shipped) {
            PackFiles files = PackFiles.read(folder);
            assertThat(packs.check(files).faults()).as(folder.toString()).isEmpty();
            packs.apply(files, Viewer.system());
            assertThat(packs.apply(files, Viewer.system()).outcome()).isEqualTo(Applied.Outcome.UNCHANGED);
        }
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        for (Path folder : ShippedPacks.inOrder()) {
            assertThat(ShippedPacks.nodes(folder).filter(ShippedPacksTest::isText))
                    .as(folder.toString())
                    .isNotEmpty()
                    .allSatisfy(text -> {
                        assertThat(text.path("zh").asString("")).isNotBlank();
                        assertThat(text.path("en").asString("")).isNotBlank();
                        assertThat(hasHan(text.path("en").asString(""))).isFalse();
                    });
        }
    }

    private static boolean isText(JsonNode node) {
        return node.isObject() && (node.has("zh") || node.has("en"));
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
