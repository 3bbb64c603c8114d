package org.chengshu.data.library.door;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.library.build.BuildLog;
import org.chengshu.data.library.decision.Decision;
import org.springframework.stereotype.Component;

@Component
final class LibrarySheets implements SheetSource {
    private static final String LIBRARIES = "/api/data/v1/libraries";

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(libraries(), sources(), records(), pairs(), oddities(), decisions(), builds());
    }

    private static ListSheet<?> libraries() {
        return ListSheet.of(LibraryView.class, LIBRARIES, "基础库", "Libraries")
                .with("编号", "Id", LibraryView::id)
                .with("名称", "Title", LibraryView::title)
                .with("记录数", "Records", LibraryView::records)
                .with("来源行数", "Source rows", LibraryView::members)
                .with("待判", "To review", LibraryView::review)
                .with("来源", "Sources", one -> one.sources().stream()
                        .map(LibraryView.Source::id)
                        .toList())
                .with("最近构建", "Built at", LibraryView::builtAt)
                .with("配置包", "Pack", LibraryView::pack);
    }

    private static ListSheet<?> sources() {
        return ListSheet.of(LibraryView.Source.class, LIBRARIES + "/{id}/sources", "基础库来源", "Sources of the library")
                .with("编号", "Id", LibraryView.Source::id)
                .with("名称", "Title", LibraryView.Source::title)
                .with("数据资源", "Dataset", LibraryView.Source::dataset)
                .with("优先级", "Priority", LibraryView.Source::priority)
                .with("读取时间", "Read at", LibraryView.Source::readAt)
                .with("行数", "Rows", LibraryView.Source::rows)
                .with("采用", "Taken", LibraryView.Source::members)
                .with("未采用", "Refused", LibraryView.Source::refused);
    }

    private static ListSheet<?> records() {
        return ListSheet.of(RecordItem.class, LIBRARIES + "/{id}/records", "基础库记录", "Records of the library")
                .with("记录号", "Record", RecordItem::id)
                .with("名称", "Name", RecordItem::label)
                .with("来源行数", "Source rows", RecordItem::members)
                .with("来源", "Sources", RecordItem::sources)
                .with("变更时间", "Changed at", RecordItem::changedAt);
    }

    private static ListSheet<?> pairs() {
        return ListSheet.of(ReviewPair.class, LIBRARIES + "/{id}/review", "待判记录对", "Pairs to review")
                .with("左记录", "Left record", ReviewPair::left)
                .with("左名称", "Left name", ReviewPair::leftLabel)
                .with("右记录", "Right record", ReviewPair::right)
                .with("右名称", "Right name", ReviewPair::rightLabel)
                .with("规则", "Rule", ReviewPair::rule)
                .with("分数", "Score", ReviewPair::score)
                .with("未归并原因", "Not merged because", ReviewPair::refusal);
    }

    private static ListSheet<?> oddities() {
        return ListSheet.of(ReviewReader.Oddity.class, LIBRARIES + "/{id}/oddities", "异常键值", "Odd key values")
                .with("种类", "Kind", ReviewReader.Oddity::kind)
                .with("键", "Key", ReviewReader.Oddity::key)
                .with("值", "Value", ReviewReader.Oddity::value)
                .with("行数", "Rows", ReviewReader.Oddity::rows);
    }

    private static ListSheet<?> decisions() {
        return ListSheet.of(Decision.class, LIBRARIES + "/{id}/decisions", "人工判定", "Decisions")
                .with("编号", "Id", Decision::id)
                .with("判定", "Kind", Decision::kind)
                .with("对象", "Of", Decision::shown)
                .with("说明", "Note", Decision::note)
                .with("判定人", "By", Decision::who)
                .with("时间", "At", Decision::at)
                .with("撤销时间", "Taken back at", Decision::revokedAt)
                .with("撤销人", "Taken back by", Decision::revokedBy);
    }

    private static ListSheet<?> builds() {
        return ListSheet.of(BuildLog.Entry.class, LIBRARIES + "/{id}/builds", "构建记录", "Builds")
                .with("编号", "Id", BuildLog.Entry::id)
                .with("方式", "Kind", BuildLog.Entry::kind)
                .with("状态", "State", BuildLog.Entry::state)
                .with("开始", "Started", BuildLog.Entry::startedAt)
                .with("结束", "Ended", BuildLog.Entry::endedAt)
                .with("计数", "Counts", entry -> entry.counts().toString());
    }
}
