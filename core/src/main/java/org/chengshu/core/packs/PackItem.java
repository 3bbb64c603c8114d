package org.chengshu.core.packs;

import tools.jackson.databind.JsonNode;

/**
 * One item of a section: what its author wrote, and where. The JSON is as written, without defaults filled in.
 *
 * @param id the item's {@code id}, or its {@code code} where the section names things by codes
 * @param file path inside the pack's folder
 */
public record PackItem(String id, JsonNode json, String file, PackLines lines) {
    /** {@code file:line} of a node of this item, for faults; the nearest node around it when it is absent. */
    public String place(String jsonPointer) {
        return file + ":" + lines.line(jsonPointer);
    }
}
