package org.chengshu.cases.testing;

import java.util.List;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands for the alarm rules, which a module that cases do not see brings. */
@TestComponent
public class FakeRulesSection implements PackSection {
    @Override
    public String name() {
        return "rules";
    }

    @Override
    public JsonNode schema() {
        return JsonMapper.shared().createObjectNode().put("type", "object");
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {}

    @Override
    public void apply(String packId, List<PackItem> items) {}

    @Override
    public int order() {
        return 1;
    }
}
