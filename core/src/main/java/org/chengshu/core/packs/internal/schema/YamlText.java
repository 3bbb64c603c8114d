package org.chengshu.core.packs.internal.schema;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON as YAML that people like to read: blocks outside, small things in one line. */
public final class YamlText {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setIndent(2)
            .setWidth(120)
            .build();

    private YamlText() {}

    public static String of(JsonNode json) {
        return new Dump(SETTINGS).dumpToString(JsonMapper.shared().treeToValue(json, Object.class));
    }
}
