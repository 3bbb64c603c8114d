package org.chengshu.data.proposal;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class ProposalSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(Proposal.class, "/api/data/v1/quality/proposals", "规则建议", "Proposed rules")
                .with("数据资源", "Dataset", Proposal::dataset)
                .with(
                        "规则",
                        "Rule",
                        one -> one.rule().path("title").path("zh").asString("") + " / "
                                + one.rule().path("title").path("en").asString(""))
                .with("检查", "Check", one -> one.rule().path("check").toString())
                .with("理由", "Reason", Proposal::reason)
                .with("将报出", "Would raise", Proposal::wouldRaise)
                .with("检查数", "Checked", Proposal::checked)
                .with("状态", "State", Proposal::state)
                .with("处理人", "Decided by", Proposal::decidedBy));
    }
}
