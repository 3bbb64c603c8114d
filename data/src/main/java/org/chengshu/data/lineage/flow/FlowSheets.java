package org.chengshu.data.lineage.flow;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class FlowSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(FlowBoard.Stop.class, "/api/data/v1/flow/stops", "数据流向", "Flow of data")
                .with("层", "Layer", FlowBoard.Stop::layer)
                .with("编号", "Id", FlowBoard.Stop::id)
                .with("名称", "Title", FlowBoard.Stop::title)
                .with("负责", "Owner", FlowBoard.Stop::owner)
                .with("状态", "State", FlowBoard.Stop::state)
                .with("原因", "Reason", FlowBoard.Stop::reason)
                .with("行数", "Rows", FlowBoard.Stop::rows)
                .with("刷新时间", "Refreshed", FlowBoard.Stop::refreshedAt)
                .with("过期自", "Late since", FlowBoard.Stop::late)
                .with("质量得分", "Score", FlowBoard.Stop::score)
                .with("读入", "Rows read", stop -> stop.sum().read())
                .with("入库", "Stored", stop -> stop.sum().stored())
                .with("拒收", "Refused", stop -> stop.sum().refused())
                .with("生成", "Made", stop -> stop.sum().written())
                .with("发布次数", "Promotions", stop -> stop.sum().promoted())
                .with("失败次数", "Failures", stop -> stop.sum().failed())
                .with("暂缓次数", "Held back", stop -> stop.sum().held())
                .with("被读次数", "Reads", stop -> stop.sum().reads()));
    }
}
