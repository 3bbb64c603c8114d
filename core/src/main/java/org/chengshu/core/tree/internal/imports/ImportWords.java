package org.chengshu.core.tree.internal.imports;

import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;

/** The counts of an import, and how they are told. */
record ImportWords(int rows, int skipped, int created, int changed, int unchanged, int rejected, int repaired) {
    Text text(boolean dry, Datum datum, Optional<ImportResult.Shift> shift) {
        StringBuilder zh = new StringBuilder(
                "共 %d 行：新增 %d，更新 %d，未变 %d，退回 %d".formatted(rows, created, changed, unchanged, rejected));
        StringBuilder en = new StringBuilder("%d rows: %d new, %d changed, %d as they were, %d refused"
                .formatted(rows, created, changed, unchanged, rejected));
        if (skipped > 0) {
            zh.append("，按编码跳过 ").append(skipped);
            en.append(", %d passed over by code".formatted(skipped));
        }
        zh.append("。");
        en.append(".");
        if (repaired > 0) {
            zh.append("修复边界 %d 个。".formatted(repaired));
            en.append(" %d boundaries were mended.".formatted(repaired));
        }
        shift.ifPresent(metres -> {
            zh.append("坐标由 %s 转为 WGS-84，移动 %.0f 至 %.0f 米。".formatted(datum.word(), metres.least(), metres.most()));
            en.append(" Coordinates were turned from %s to WGS-84 and moved by %.0f to %.0f m."
                    .formatted(datum.word(), metres.least(), metres.most()));
        });
        if (dry) {
            zh.append("试运行，未写入。");
            en.append(" A trial: nothing was written.");
        }
        return Text.of(zh.toString(), en.toString());
    }
}
