package org.chengshu.data.quality.board;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.DataFinding;
import org.chengshu.data.quality.RuleView;
import org.chengshu.data.quality.RunView;
import org.springframework.stereotype.Component;

@Component
public final class QualitySheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(rules(), findings(), runs(), scores());
    }

    private static ListSheet<?> rules() {
        return ListSheet.of(RuleView.class, "/api/data/v1/quality/rules", "质量规则", "Quality rules")
                .with("编号", "Id", RuleView::id)
                .with("数据资源", "Dataset", RuleView::dataset)
                .with("名称", "Title", RuleView::title)
                .with("类别", "Kind", RuleView::kind)
                .with("检查", "Check", rule -> rule.check().toString())
                .with("级别", "Severity", RuleView::severity)
                .with("权重", "Weight", RuleView::weight)
                .with("容许比例", "Tolerance", RuleView::tolerance)
                .with("配置包", "Pack", RuleView::pack);
    }

    private static ListSheet<?> findings() {
        return ListSheet.of(DataFinding.class, "/api/data/v1/quality/findings", "质量问题", "Findings")
                .with("数据资源", "Dataset", DataFinding::dataset)
                .with("规则", "Rule", DataFinding::rule)
                .with("名称", "Title", DataFinding::title)
                .with("类别", "Kind", DataFinding::kind)
                .with("级别", "Severity", finding -> finding.severity().level())
                .with("责任部门", "Department", DataFinding::department)
                .with("未解决", "Open", DataFinding::open)
                .with("不合格数", "Failing", DataFinding::failing)
                .with("检查数", "Checked", DataFinding::checked)
                .with("首次发现", "First seen", DataFinding::firstSeen)
                .with("最近发现", "Last seen", DataFinding::lastSeen)
                .with("解决时间", "Settled at", DataFinding::settledAt);
    }

    private static ListSheet<?> runs() {
        return ListSheet.of(RunView.class, "/api/data/v1/quality/runs", "质量检查记录", "Quality runs")
                .with("数据资源", "Dataset", RunView::dataset)
                .with("责任部门", "Department", RunView::owner)
                .with("起因", "Cause", RunView::cause)
                .with("批次", "Load", RunView::load)
                .with("开始", "Started at", RunView::startedAt)
                .with("行数", "Rows", RunView::rows)
                .with("得分", "Score", RunView::score)
                .with("最低得分", "Minimum", RunView::minimumScore)
                .with("用时毫秒", "Milliseconds", RunView::statementMillis);
    }

    private static ListSheet<?> scores() {
        return ListSheet.of(QualityBoard.DatasetScore.class, "/api/data/v1/quality/scores", "质量得分", "Quality scores")
                .with("数据资源", "Dataset", QualityBoard.DatasetScore::dataset)
                .with("名称", "Title", QualityBoard.DatasetScore::title)
                .with("责任部门", "Department", QualityBoard.DatasetScore::department)
                .with("得分", "Score", QualityBoard.DatasetScore::score)
                .with("行数", "Rows", QualityBoard.DatasetScore::rows)
                .with("未解决问题", "Open findings", QualityBoard.DatasetScore::open);
    }
}
