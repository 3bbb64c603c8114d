package org.chengshu.data.catalogue.demand;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.catalogue.Sharing;
import org.springframework.stereotype.Component;

/** The three lists as tables. */
@Component
final class ListSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(demands(), responsibilities(), negatives());
    }

    private static ListSheet<Demand> demands() {
        return ListSheet.of(Demand.class, ListsController.PATH + "/demands", "需求清单", "Demands")
                .with("编号", "Number", Demand::id)
                .with("需求部门", "Department", Demand::organisation)
                .with("所需资源", "Resource", Demand::title)
                .with("用途", "Purpose", Demand::purpose)
                .with("法律依据", "Legal basis", Demand::basis)
                .with("信息项", "Fields", Demand::fields)
                .with("更新周期", "Cycle", Demand::cycle)
                .with("需要日期", "Needed by", Demand::neededBy)
                .with("状态", "State", Demand::state)
                .with("提出人", "Raised by", Demand::raisedByName)
                .with("提出时间", "Raised", Demand::raisedAt)
                .with("提供方", "Provider", Demand::provider)
                .with("对应资源", "Entry", Demand::entry)
                .with("答复", "Answer", Demand::reason)
                .with("答复人", "Decided by", Demand::decidedByName)
                .with("答复时间", "Decided", Demand::decidedAt);
    }

    private static ListSheet<Responsibility> responsibilities() {
        return ListSheet.of(
                        Responsibility.class, ListsController.PATH + "/responsibilities", "责任清单", "Responsibilities")
                .with("编号", "Number", Responsibility::id)
                .with("责任部门", "Department", Responsibility::organisation)
                .with("应提供资源", "Resource", Responsibility::title)
                .with("信息项", "Fields", Responsibility::fields)
                .with("来自需求", "Of demand", Responsibility::demand)
                .with("对应资源", "Entry", Responsibility::entry)
                .with("期限", "Due", Responsibility::due)
                .with("状态", "State", Responsibility::state)
                .with("说明", "Note", Responsibility::note)
                .with("下达人", "Laid down by", Responsibility::madeByName)
                .with("下达时间", "Laid down", Responsibility::madeAt)
                .with("了结时间", "Settled", Responsibility::settledAt);
    }

    private static ListSheet<Negative> negatives() {
        return ListSheet.of(Negative.class, ListsController.PATH + "/negatives", "负面清单", "What is not shared")
                .with("编号", "Number", Negative::id)
                .with("部门", "Department", Negative::organisation)
                .with("资源", "Resource", Negative::title)
                .with("对应资源", "Entry", Negative::entry)
                .with("信息项", "Fields", Negative::fields)
                .with("法律依据", "Legal basis", Negative::basis)
                .with("禁止的共享", "Forbids", one -> one.blocks().stream()
                        .map(Sharing::title)
                        .toList())
                .with("状态", "State", Negative::state)
                .with("提出人", "Proposed by", Negative::madeByName)
                .with("提出时间", "Proposed", Negative::madeAt)
                .with("确认人", "Decided by", Negative::decidedByName)
                .with("确认时间", "Decided", Negative::decidedAt)
                .with("说明", "Reason", Negative::reason);
    }
}
